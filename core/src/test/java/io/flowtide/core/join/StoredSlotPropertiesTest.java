package io.flowtide.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.Documents;
import io.flowtide.core.series.SeriesId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StoredSlotPropertiesTest {

    private static final SeriesId ALL = SeriesId.total("bytes");

    @Property
    void whateverTheOrderTheGroupingAndTheRepetitionsTheSumIsTheDirectOne(
            @ForAll("parts") List<List<Long>> parts, @ForAll Random random) {
        List<Integer> arrivals = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            arrivals.add(part);
            arrivals.add(part);
        }
        Collections.shuffle(arrivals, random);

        StoredSlot slot = StoredSlot.NONE;
        Map<String, SlotSums> group = new HashMap<>();
        for (int part : arrivals) {
            group.put("hash" + part, sums(parts.get(part)));
            if (random.nextBoolean()) {
                slot = slot.plus(group);
                group.clear();
            }
        }
        slot = slot.plus(group);

        assertThat(slot.parts()).hasSize(parts.size());
        assertThat(slot.sums().thousandths().get(ALL)).isEqualTo(directSum(parts));
    }

    private static SlotSums sums(List<Long> minutes) {
        return new SlotSums(Documents.SCHEMA, new TreeMap<>(Map.of(ALL, minutes)));
    }

    private static List<Long> directSum(List<List<Long>> parts) {
        List<Long> sum = new ArrayList<>();
        for (int minute = 0; minute < 5; minute++) {
            int index = minute;
            sum.add(parts.stream().mapToLong(part -> part.get(index)).sum());
        }
        return sum;
    }

    @Provide
    Arbitrary<List<List<Long>>> parts() {
        Arbitrary<List<Long>> minutes =
                Arbitraries.longs().between(0, 1L << 55).list().ofSize(5);
        return minutes.list().ofMinSize(1).ofMaxSize(12);
    }
}
