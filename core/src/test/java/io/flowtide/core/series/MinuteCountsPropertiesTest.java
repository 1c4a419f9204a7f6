package io.flowtide.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class MinuteCountsPropertiesTest {

    private static final SeriesId SERIES = SeriesId.total("bytes");

    record Count(long start, long end, long thousandths) {}

    @Property
    void spreadingPreservesTheSumToTheLastUnit(
            @ForAll @LongRange(min = -100_000, max = 4_000_000_000L) long start,
            @ForAll @LongRange(min = -10, max = 86_400) long duration,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000_000L) long thousandths) {
        MinuteCounts counts = new MinuteCounts();

        counts.addThousandths(SERIES, start, start + duration, thousandths);

        assertThat(counts.totalThousandths(SERIES)).isEqualTo(thousandths);
    }

    @Property
    void anyOrderAndAnySplitGiveTheSame(
            @ForAll("counts") List<Count> records,
            @ForAll Random random,
            @ForAll @LongRange(min = 0, max = 20) long cut) {
        List<Count> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        int split = (int) Math.min(cut, shuffled.size());

        MinuteCounts parts = count(shuffled.subList(0, split));
        parts.merge(count(shuffled.subList(split, shuffled.size())));

        MinuteCounts whole = count(records);
        assertThat(parts.slots()).isEqualTo(whole.slots());
        assertThat(parts.firstMinute()).isEqualTo(whole.firstMinute());
        assertThat(parts.lastMinute()).isEqualTo(whole.lastMinute());
    }

    private static MinuteCounts count(List<Count> records) {
        MinuteCounts counts = new MinuteCounts();
        records.forEach(record -> counts.addThousandths(SERIES, record.start, record.end, record.thousandths));
        return counts;
    }

    @Provide
    Arbitrary<List<Count>> counts() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 10_000),
                        Arbitraries.longs().between(0, 2_000),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((start, duration, count) -> new Count(start, start + duration, count))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
