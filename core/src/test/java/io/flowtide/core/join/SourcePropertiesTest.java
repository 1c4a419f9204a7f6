package io.flowtide.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.Slot;
import java.time.Instant;
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

class SourcePropertiesTest {

    private static final ClosingRules RULES = ClosingRules.defaults();
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    record Arrival(Slot slot, Instant time) {}

    @Property
    void whateverTheOrderAndHoweverOftenItIsTheSame(@ForAll("arrivals") List<Arrival> arrivals, @ForAll Random random) {
        List<Arrival> shuffled = new ArrayList<>(arrivals);
        shuffled.addAll(arrivals);
        Collections.shuffle(shuffled, random);

        assertThat(source(shuffled)).isEqualTo(source(arrivals));
    }

    private static Source source(List<Arrival> arrivals) {
        Source source =
                Source.first("a", arrivals.get(0).slot(), arrivals.get(0).time(), RULES);
        for (Arrival arrival : arrivals) {
            source = source.after(arrival.slot(), arrival.time(), RULES);
        }
        return source;
    }

    @Provide
    Arbitrary<List<Arrival>> arrivals() {
        Arbitrary<Slot> slots = Arbitraries.integers().between(-600, 300).map(Slot.holding(START)::plus);
        Arbitrary<Instant> times = Arbitraries.integers().between(0, 86_400).map(START::plusSeconds);
        return Combinators.combine(slots, times)
                .as(Arrival::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
