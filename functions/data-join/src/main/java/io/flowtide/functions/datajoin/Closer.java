package io.flowtide.functions.datajoin;

import io.flowtide.aws.ClosingTable;
import io.flowtide.aws.Lease;
import io.flowtide.aws.PendingParts;
import io.flowtide.aws.PendingParts.Page;
import io.flowtide.core.join.Closing;
import io.flowtide.core.join.ClosingStep;
import io.flowtide.core.join.Frontier;
import io.flowtide.core.join.Frontier.Ripening;
import io.flowtide.core.join.PartName;
import io.flowtide.core.join.WindowRange;
import io.flowtide.core.series.Slot;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Closes slots: sums their parts, hands them on, moves the frontier, and only then takes the marks of their parts away,
 * so that whoever comes after a crash finds what is left to do. One closer works at a time, by a lease; should two meet
 * nevertheless, conditional writes keep the sums right.
 */
final class Closer {

    private static final int PARTS_AT_ONCE = 500;

    private final ClosingTable table;
    private final PendingParts pending;
    private final SlotStore slots;
    private final Optional<Dependencies> dependencies;
    private final HandOn handOn;
    private final Closing closing;
    private final Lease lease;
    private final Clock clock;
    private final Tally tally;

    /** @param dependencies empty when it is not kept who talks to whom */
    Closer(
            ClosingTable table,
            PendingParts pending,
            SlotStore slots,
            Optional<Dependencies> dependencies,
            HandOn handOn,
            Closing closing,
            Lease lease,
            Clock clock,
            Tally tally) {
        this.table = table;
        this.pending = pending;
        this.slots = slots;
        this.dependencies = dependencies;
        this.handOn = handOn;
        this.closing = closing;
        this.lease = lease;
        this.clock = clock;
        this.tally = tally;
    }

    /**
     * Closes what may close, if anything may.
     *
     * @param state how far everything is
     */
    void closeDue(ClosingTable.State state, Deadline deadline) {
        ClosingTable.State latest = state;
        while (!deadline.isPast() && !(next(latest) instanceof ClosingStep.Wait)) {
            if (!alone(() -> closeForward(deadline))) {
                return;
            }
            // Looks again after letting go: whoever found the lease taken in between has left it to us.
            latest = table.load();
        }
    }

    /** As {@link #closeDue}, then adds late parts to the slots that they belong to. */
    void closeDueAndAddLate(Deadline deadline) {
        closeDue(table.load(), deadline);
        alone(() -> addLate(deadline));
    }

    private ClosingStep next(ClosingTable.State state) {
        return closing.next(state.frontier(), state.sources(), clock.instant());
    }

    private boolean alone(Runnable work) {
        if (!lease.acquire()) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            lease.release();
        }
    }

    private void closeForward(Deadline deadline) {
        while (!deadline.isPast() && lease.acquire()) {
            ClosingTable.State state = table.load();
            ClosingStep step = next(state);
            if (step instanceof ClosingStep.Ripen ripen) {
                table.ripen(new Ripening(ripen.upTo(), clock.instant()));
            }
            if (!(step instanceof ClosingStep.Close close)) {
                return;
            }
            close(state.frontier(), close.upTo());
        }
    }

    private void close(Frontier frontier, Slot upTo) {
        Page page = pending.read(frontier.closed(), upTo, PARTS_AT_ONCE);
        Slot last = page.isLast() ? upTo : lastSlot(page.parts());
        slots.store(slots.prepare(page.parts()));
        Optional<Slot> first = frontier.closed()
                .map(Slot::next)
                .or(() -> page.parts().stream().findFirst().map(PartName::slot));
        first.ifPresent(from -> {
            handOn.stream(
                    WindowRange.handedOn(from, last, clock.instant(), closing.rules()), frontier.historyVersion());
            tally.add(Tally.Count.CLOSED_SLOTS, from.until(last) + 1);
            tally.closed(Duration.between(last.end(), clock.instant()));
        });
        table.close(last);
        // When this fails the marks stay, and the schedule adds them as late.
        dependencies.ifPresent(hours -> hours.add(page.parts()));
        pending.clear(page.parts());
    }

    private void addLate(Deadline deadline) {
        Frontier frontier = table.load().frontier();
        Optional<Slot> after = Optional.empty();
        while (frontier.closed().isPresent() && !deadline.isPast() && lease.acquire()) {
            Page page = pending.read(after, frontier.closed().get(), PARTS_AT_ONCE);
            if (!page.parts().isEmpty()) {
                addLate(page.parts(), frontier);
                after = Optional.of(lastSlot(page.parts()));
            }
            if (page.isLast()) {
                return;
            }
        }
    }

    private void addLate(List<PartName> parts, Frontier frontier) {
        List<SlotWork> work = slots.prepare(parts);
        Slot closed = frontier.closed().orElseThrow();
        boolean changesHistory =
                work.stream().anyMatch(slot -> !slot.missing().isEmpty() && WindowRange.isHistory(slot.slot(), closed));
        // Before the change, so that a crash in between leaves no model that believes itself up to date.
        long historyVersion = changesHistory ? table.changeHistory() : frontier.historyVersion();
        slots.store(work);
        tally.add(
                Tally.Count.LATE_PARTS,
                work.stream().mapToLong(slot -> slot.missing().size()).sum());
        // Also when nothing was missing: a crash may have kept it from being handed on.
        handOn.stream(
                WindowRange.handedOn(parts.get(0).slot(), lastSlot(parts), clock.instant(), closing.rules()),
                historyVersion);
        dependencies.ifPresent(hours -> hours.add(parts));
        pending.clear(parts);
    }

    private static Slot lastSlot(List<PartName> parts) {
        return parts.get(parts.size() - 1).slot();
    }
}
