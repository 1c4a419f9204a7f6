package io.flowtide.core.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DependencyPropertiesTest {

    private static final List<String> SERVICES = List.of("unmapped", "web", "checkout", "ledger");

    record Flow(long start, long end, int source, int destination, long bytes, char action) {

        void addTo(DependencyCounts counts) {
            counts.add(start, end, source, destination, bytes, (byte) action);
        }

        Instant hour() {
            return Instant.ofEpochSecond(start - start % 3600);
        }

        Pair pair() {
            return new Pair(SERVICES.get(source), SERVICES.get(destination));
        }

        Traffic traffic() {
            Instant from = Instant.ofEpochSecond(start);
            return new Traffic(
                    1, bytes, action == 'A' ? 1 : 0, action == 'R' ? 1 : 0, from, Instant.ofEpochSecond(end));
        }
    }

    @Property
    void anHourHoldsTheSumOfItsRecords(@ForAll("flows") List<Flow> flows) {
        SortedMap<Instant, SortedMap<Pair, Traffic>> expected = new TreeMap<>();
        flows.forEach(flow -> expected.computeIfAbsent(flow.hour(), absent -> new TreeMap<>())
                .merge(flow.pair(), flow.traffic(), Traffic::plus));

        assertThat(counted(flows, DependencyCounts.CAPACITY)).isEqualTo(expected);
    }

    @Property
    void anySplitOrderAndRepetitionOfPartsGivesTheSame(
            @ForAll("flows") List<Flow> flows, @ForAll Random random, @ForAll @IntRange(min = 1, max = 6) int files) {
        List<Flow> shuffled = new ArrayList<>(flows);
        Collections.shuffle(shuffled, random);
        Map<String, List<Flow>> parts = new HashMap<>();
        shuffled.forEach(flow -> parts.computeIfAbsent("part" + random.nextInt(files), absent -> new ArrayList<>())
                .add(flow));
        List<String> deliveries = new ArrayList<>(parts.keySet());
        deliveries.addAll(parts.keySet());
        Collections.shuffle(deliveries, random);

        SortedMap<Instant, StoredHour> stored = new TreeMap<>();
        deliveries.forEach(part -> counted(parts.get(part), DependencyCounts.CAPACITY)
                .forEach((hour, pairs) -> stored.merge(
                        hour,
                        StoredHour.NONE.plus(Map.of(part, pairs)),
                        (before, more) -> before.plus(Map.of(part, pairs)))));

        SortedMap<Instant, SortedMap<Pair, Traffic>> whole = counted(flows, DependencyCounts.CAPACITY);
        SortedMap<Instant, SortedMap<Pair, Traffic>> merged = new TreeMap<>();
        stored.forEach((hour, table) -> merged.put(hour, table.pairs()));
        assertThat(merged).isEqualTo(whole);
    }

    @Property
    void whatFindsNoRoomIsSummedInItsHour(@ForAll("flows") List<Flow> flows, @ForAll @IntRange(max = 5) int capacity) {
        SortedMap<Instant, SortedMap<Pair, Traffic>> bounded = counted(flows, capacity);
        SortedMap<Instant, SortedMap<Pair, Traffic>> whole = counted(flows, DependencyCounts.CAPACITY);

        assertThat(bounded.values().stream().mapToLong(SortedMap::size).sum())
                .isLessThanOrEqualTo(capacity + whole.size());
        assertThat(sums(bounded)).isEqualTo(sums(whole));
    }

    private static Map<Instant, Traffic> sums(SortedMap<Instant, SortedMap<Pair, Traffic>> hours) {
        Map<Instant, Traffic> sums = new TreeMap<>();
        hours.forEach((hour, pairs) ->
                sums.put(hour, pairs.values().stream().reduce(Traffic::plus).orElseThrow()));
        return sums;
    }

    private static SortedMap<Instant, SortedMap<Pair, Traffic>> counted(List<Flow> flows, int capacity) {
        DependencyCounts counts = new DependencyCounts(SERVICES, capacity);
        flows.forEach(flow -> flow.addTo(counts));
        return counts.hours();
    }

    @Provide
    Arbitrary<List<Flow>> flows() {
        return Combinators.combine(
                        Arbitraries.longs().between(1_000_000_000L, 1_000_010_000L),
                        Arbitraries.longs().between(0, 900),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(0, 1_000_000_000_000L),
                        Arbitraries.of('A', 'R', '-'))
                .as((start, length, source, destination, bytes, action) ->
                        new Flow(start, start + length, source, destination, bytes, action))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
