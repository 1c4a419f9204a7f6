package io.flowtide.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.flowlog.Ingest;
import io.flowtide.core.flowlog.IngestOptions;
import io.flowtide.core.flowlog.IngestReport;
import io.flowtide.core.flowlog.RejectedLines;
import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of generated flow logs is what the generator says that it wrote, number by number. */
class GeneratedCountsTest {

    private static final Instant FROM = Instant.parse("2026-11-20T06:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofHours(4));

    private final RejectedLines rejects = new RejectedLines();

    @ParameterizedTest
    @ValueSource(strings = {"PT5M", "PT1H", "P1D"})
    void readingGivesTheTruth(Duration span) throws IOException {
        FlowLogGenerator generator = new FlowLogGenerator(new Traffic(
                ZoneOffset.UTC,
                50,
                11,
                List.of(
                        PlantedAnomaly.parse("spike@2026-11-20T07:00/20m*3", ZoneOffset.UTC),
                        PlantedAnomaly.parse("silence@2026-11-20T08:00/33m", ZoneOffset.UTC))));
        MinuteCounts counts = new MinuteCounts();

        for (GeneratedFile file : generator.files(FROM, TO, span).toList()) {
            counts.merge(read(file).counts());
        }

        assertThat(rejects.lines()).isEmpty();
        generator.truth(FROM, TO).forEach((id, truth) -> assertThat(minutes(counts.slots(), truth))
                .as(id.name())
                .isEqualTo(truth.values().toArray()));
    }

    private IngestReport read(GeneratedFile file) throws IOException {
        return Ingest.read(file.key(), new ByteArrayInputStream(file.bytes()), IngestOptions.defaults(), rejects);
    }

    private static double[] minutes(SortedMap<Slot, SortedMap<SeriesId, Values>> slots, TimeSeries like) {
        double[] minutes = new double[like.size()];
        slots.forEach((slot, row) -> {
            Values values = row.getOrDefault(like.id(), Values.constant(Slot.MINUTES, 0));
            for (int i = 0; i < values.size(); i++) {
                minutes[like.indexOf(slot.start()) + i] = values.get(i);
            }
        });
        return minutes;
    }
}
