package io.flowtide.core.flowlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.StoredHour;
import io.flowtide.core.dependency.Traffic;
import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
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

/** Pairs and the dependency table of whole files: any split, order and repetition of the same records gives the same. */
class EndDimensionsPropertiesTest {

    private static final String HEADER = "srcaddr dstaddr packets bytes start end action log-status\n";
    private static final IngestOptions OPTIONS = new IngestOptions(
                    EnumSet.allOf(Metric.class), List.of("pair", "zones", "service"), Spread.PROPORTIONAL)
            .withEnrichment(Enrichment.NONE
                    .withServices(EndDimensionsTest.map(
                            "10.0.1.0/24,web,a\n10.0.2.0/24,checkout,b\n10.0.2.9,ledger\n2001:db8::/32,partner,b\n"))
                    .withDependencies());

    @Property(tries = 200)
    void anySplitOverFilesGivesTheSame(
            @ForAll("lines") List<String> lines, @ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int files) {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        MinuteCounts counts = new MinuteCounts();
        SortedMap<Instant, StoredHour> hours = new TreeMap<>();
        for (int file = 0; file < files; file++) {
            int from = shuffled.size() * file / files;
            int to = shuffled.size() * (file + 1) / files;
            IngestReport part = read(shuffled.subList(from, to));
            counts.merge(part.counts());
            String hash = "part" + file;
            // Delivered twice, counted once.
            for (int time = 0; time < 2; time++) {
                part.dependencies()
                        .forEach((hour, pairs) -> hours.merge(
                                hour,
                                StoredHour.NONE.plus(Map.of(hash, pairs)),
                                (before, more) -> before.plus(Map.of(hash, pairs))));
            }
        }

        IngestReport whole = read(lines);
        SortedMap<Instant, SortedMap<Pair, Traffic>> merged = new TreeMap<>();
        hours.forEach((hour, stored) -> merged.put(hour, stored.pairs()));
        assertThat(counts.slots()).isEqualTo(whole.counts().slots());
        assertThat(merged).isEqualTo(whole.dependencies());
    }

    @Property(tries = 200)
    void pairsSumToTheTotalToTheLastUnit(@ForAll("lines") List<String> lines) {
        IngestReport report = read(lines);

        for (Metric metric : Metric.values()) {
            SeriesId total = SeriesId.total(metric.seriesName());
            for (String dimension : OPTIONS.dimensions()) {
                assertThat(sum(report.counts(), metric.seriesName() + "/" + dimension + "="))
                        .as(dimension)
                        .isEqualTo(report.counts().totalThousandths(total));
            }
        }
        long records = report.dependencies().values().stream()
                .flatMap(pairs -> pairs.values().stream())
                .mapToLong(Traffic::records)
                .sum();
        assertThat(records).isEqualTo(lines.size());
    }

    private static long sum(MinuteCounts counts, String prefix) {
        return counts.slots().values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .filter(series -> series.name().startsWith(prefix))
                .mapToLong(counts::totalThousandths)
                .sum();
    }

    private static IngestReport read(List<String> lines) {
        return FlowLogs.read(FlowLogs.bytes(HEADER + String.join("", lines)), OPTIONS, RejectSink.none());
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> addresses =
                Arbitraries.of("10.0.1.1", "10.0.1.200", "10.0.2.1", "10.0.2.9", "2001:db8::7", "8.8.8.8", "-");
        return Combinators.combine(
                        addresses,
                        addresses,
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.longs().between(0, 1_000_000_000_000L),
                        Arbitraries.longs().between(1_000_000_000L, 1_000_010_000L),
                        Arbitraries.longs().between(0, 900),
                        Arbitraries.of("ACCEPT", "REJECT"))
                .as((source, destination, packets, bytes, start, length, action) -> "%s %s %d %d %d %d %s OK\n"
                        .formatted(source, destination, packets, bytes, start, start + length, action))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
