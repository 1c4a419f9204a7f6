package io.flowtide.functions.datajoin;

import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.PendingParts;
import io.flowtide.core.event.DocumentException;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.join.PartName;
import io.flowtide.core.join.SlotSums;
import io.flowtide.core.series.SeriesId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Reads parts. One that can't be read stops nobody: it is set aside and counted. */
final class PartReader {

    private static final Logger LOG = Logger.getLogger(PartReader.class);

    private final ObjectStore store;
    private final String lake;
    private final PendingParts pending;
    private final Tally tally;

    PartReader(ObjectStore store, String lake, PendingParts pending, Tally tally) {
        this.store = store;
        this.lake = lake;
        this.pending = pending;
        this.tally = tally;
    }

    /**
     * What a part holds.
     *
     * @param sums its counts
     * @param uploaded when its object was created
     */
    record Part(SlotSums sums, Instant uploaded) {

        Part only(Predicate<SeriesId> series) {
            return new Part(sums.only(series), uploaded);
        }
    }

    /** @return empty when there is nothing to add */
    Optional<Part> read(PartName part) {
        Optional<byte[]> json = store.read(lake, part.key());
        if (json.isEmpty()) {
            LOG.warnf("%s is gone before it was summed", part.key());
            tally.add(Tally.Count.MISSING_PARTS, 1);
            return Optional.empty();
        }
        try {
            PartialCounts counts = Documents.read(json.get(), PartialCounts.class);
            tally.add(Tally.Count.PARTS, 1);
            return Optional.of(new Part(SlotSums.of(counts), counts.uploaded()));
        } catch (DocumentException unreadable) {
            LOG.errorf("%s is set aside: %s", part.key(), unreadable.getMessage());
            tally.add(Tally.Count.UNREADABLE_PARTS, 1);
            pending.setAside(part);
            return Optional.empty();
        }
    }
}
