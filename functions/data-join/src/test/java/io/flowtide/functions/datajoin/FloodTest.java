package io.flowtide.functions.datajoin;

import static io.flowtide.functions.datajoin.World.ALL;
import static io.flowtide.functions.datajoin.World.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.CreatedObject;
import io.flowtide.core.series.Slot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** A first big backfill: many parts, as fast as functions can go, out of order, each twice. */
class FloodTest {

    private static final Slot FIRST = Slot.parse("2026-11-20T00:00Z");
    private static final int SLOTS = 60;

    private final World world = new World("2026-11-21T08:10:00Z");

    @Test
    void endsWithTheRightSumsWhenSeveralClosersWorkAtOnce() throws Exception {
        world.settle = Duration.ZERO;
        // Leases that run out at once: every closer believes that it is alone.
        world.leaseLength = Duration.ZERO;
        Flood flood = new Flood(world, FIRST, SLOTS, 4, 42);

        inParallel(flood.shuffled(2), 4);
        // What the last one, of an hour later, lets close.
        world.deliver(world.part("0", "last", FIRST.plus(SLOTS + 12), 1));
        world.tick();

        assertThatAllIsThere(flood);
    }

    @Test
    void readsEachPartOnceAndWritesEachSlotOnceWhenItSettles() {
        AtomicInteger reads = new AtomicInteger();
        world.s3 = Wrapped.client(S3Client.class, StandInClients.S3, call -> {
            if (call.equals("getObject")) {
                reads.incrementAndGet();
            }
        });
        Flood flood = new Flood(world, FIRST, SLOTS, 4, 43);

        flood.shuffled(2).forEach(world::deliver);
        world.deliver(world.part("0", "last", FIRST.plus(SLOTS + 12), 1));
        world.tick();
        // What the first arrival let close has settled, then what the last one did.
        for (int round = 0; round < 2; round++) {
            world.clock.advance(world.settle);
            world.tick();
        }

        assertThatAllIsThere(flood);
        assertThat(reads).hasValue(flood.parts());
    }

    /** Delivers them side by side, with a tick now and then. */
    private void inParallel(List<CreatedObject> arrivals, int threads) throws Exception {
        ExecutorService functions = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = IntStream.range(0, arrivals.size())
                    .<Future<?>>mapToObj(i -> functions.submit(() -> {
                        world.deliver(arrivals.get(i));
                        if (i % 20 == 0) {
                            world.tick();
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            functions.shutdownNow();
        }
    }

    private void assertThatAllIsThere(Flood flood) {
        Slot end = FIRST.plus(SLOTS);
        assertThat(world.history(ALL, FIRST, end)).isEqualTo(flood.directSum(ALL, FIRST, end));
        assertThat(world.history(REJECT, FIRST, end)).isEqualTo(flood.directSum(REJECT, FIRST, end));
        assertThat(world.marks()).as("only the last one is open").isEqualTo(1);
    }
}
