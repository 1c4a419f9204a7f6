package io.flowtide.core.flowlog;

import static io.flowtide.core.flowlog.FlowLogs.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * What the space-saving sketch promises. With room for {@code g} groups it tells {@code 2g} values apart while it counts and
 * never takes a value for lighter than it is, nor for more than {@code N / g} heavier, {@code N} being the number of records.
 * So a value survives when it has more than {@code N / g + N / kept} records.
 */
class SeriesBoundPropertiesTest {

    /** Beside the values' own series there are the total and {@code other}. */
    private static final int NOT_VALUES = 2;

    @Property(tries = 500)
    void sumsStayAndTheHeaviestAreKept(
            @ForAll("ports") List<Integer> ports, @ForAll @IntRange(min = 4, max = 12) int most) {
        MinuteCounts counts = read(ports, most);

        Map<Integer, Long> truth =
                ports.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Set<SeriesId> series = series(counts);
        assertThat(series.size()).isLessThanOrEqualTo(most);
        assertThat(series.stream()
                        .filter(id -> id.name().contains("="))
                        .mapToLong(counts::totalThousandths)
                        .sum())
                .isEqualTo(ports.size() * 1000L);
        double sure = ports.size() / (double) most + ports.size() / (double) (most - NOT_VALUES);
        truth.forEach((port, count) -> {
            SeriesId id = SeriesId.of("requests", "dstport", port.toString());
            assertThat(counts.totalThousandths(id)).isLessThanOrEqualTo(count * 1000);
            if (count > sure) {
                assertThat(series).contains(id);
            }
        });
    }

    @Property(tries = 100)
    void aValueThatFitsFromTheStartIsExact(@ForAll("ports") List<Integer> ports) {
        MinuteCounts counts = read(ports, 200);

        ports.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((port, count) -> assertThat(
                                counts.totalThousandths(SeriesId.of("requests", "dstport", port.toString())))
                        .isEqualTo(count * 1000));
    }

    private static MinuteCounts read(List<Integer> ports, int most) {
        String log = ports.stream()
                .map(port -> START + " " + port + "\n")
                .collect(Collectors.joining("", "start dstport\n", ""));
        IngestOptions options =
                new IngestOptions(Set.of(Metric.REQUESTS), List.of("dstport"), Spread.PROPORTIONAL).withMaxSeries(most);
        return FlowLogs.read(FlowLogs.bytes(log), options, RejectSink.none()).counts();
    }

    private static Set<SeriesId> series(MinuteCounts counts) {
        return counts.slots().values().stream()
                .flatMap(row -> row.keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Some ports are common, most are rare. */
    @Provide
    Arbitrary<List<Integer>> ports() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(4, 100))
                .list()
                .ofMinSize(1)
                .ofMaxSize(300);
    }
}
