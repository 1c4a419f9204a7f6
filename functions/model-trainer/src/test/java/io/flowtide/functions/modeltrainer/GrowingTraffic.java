package io.flowtide.functions.modeltrainer;

import io.flowtide.aws.SeriesTable;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.join.KnownSeries;
import io.flowtide.core.join.SlotSums;
import io.flowtide.core.join.StoredSlot;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import io.flowtide.standin.AwsTestResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Closed slots as data-join leaves them, of traffic that rises and falls with the day and doubles in four weeks. */
final class GrowingTraffic {

    private static final double WEEK = Duration.ofDays(7).toSeconds();
    private static final double DAY = Duration.ofDays(1).toSeconds();

    private final SeriesTable table;

    GrowingTraffic(DynamoDbClient dynamo) {
        this.table = new SeriesTable(dynamo, AwsTestResource.SERIES, Duration.ofDays(1));
    }

    void store(Instant end, Duration length) {
        Slot first = new Slot(end.minus(length));
        if (table.known(0).containsKey(SeriesId.total("requests"))) {
            return;
        }
        LongStream.range(0, length.dividedBy(Slot.WIDTH))
                .parallel()
                .forEach(index -> store(new Slot(first.start().plus(Slot.WIDTH.multipliedBy(index)))));
        table.widen(0, SeriesId.total("requests"), KnownSeries.in(first));
        // Not watched, and seen too lately to be trained.
        table.widen(0, SeriesId.total("bytes"), KnownSeries.in(first));
        table.widen(0, SeriesId.of("requests", "action", "REJECT"), KnownSeries.in(new Slot(end.minus(Slot.WIDTH))));
    }

    private void store(Slot slot) {
        long seconds = slot.start().getEpochSecond();
        double level = 1000 * Math.pow(2, (seconds - 1_790_000_000) / WEEK / 4);
        double count = Math.rint(level * (1.2 - Math.cos(2 * Math.PI * (seconds % DAY) / DAY)));
        TreeMap<SeriesId, Values> minutes = new TreeMap<>(
                Map.of(SeriesId.total("requests"), Values.of(count + seconds / 300 * 7919 % 23, 0, 0, 0, 0)));
        SlotSums sums = SlotSums.of(new PartialCounts(new ObjectVersion("ingest", "raw/x", ""), slot, minutes));
        table.store(0, slot, StoredSlot.NONE, new StoredSlot(new TreeSet<>(), sums));
    }
}
