package io.flowtide.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class MetricDumpGeneratorTest {

    private static final Instant FROM = Instant.parse("2026-11-16T08:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofMinutes(15));
    private static final Traffic TRAFFIC = new Traffic(
            ZoneOffset.UTC, 600, 1, List.of(PlantedAnomaly.parse("silence@2026-11-16T08:05/5m", ZoneOffset.UTC)));

    @Test
    void writesWhatPythonWouldPrint() {
        assertThat(text(MetricDumpGenerator.Style.PYTHON))
                .startsWith("{'response-code-200': {'Label': 'response-code-200', 'Datapoints': "
                        + "[{'Timestamp': datetime.datetime(2026, 11, 16, 8, 0, tzinfo=tzlocal()), 'SampleCount': ")
                .contains("'response-code-4xx'", "'response-code-5xx'", "'provider-response-time'", "8, 10, tzinfo")
                .doesNotContain("8, 5, tzinfo", "NaN");
    }

    @Test
    void writesJson() {
        assertThat(text(MetricDumpGenerator.Style.JSON))
                .startsWith("{\"response-code-200\": {\"Label\": \"response-code-200\", \"Datapoints\": "
                        + "[{\"Timestamp\": \"2026-11-16T08:00:00Z\", \"SampleCount\": ")
                .doesNotContain("'");
    }

    @Test
    void theStatusesSumToAll() {
        SortedMap<SeriesId, TimeSeries> truth =
                new MetricDumpGenerator(TRAFFIC, MetricDumpGenerator.Style.JSON).truth(FROM, TO);

        double statuses = List.of("200", "4xx", "5xx").stream()
                .mapToDouble(status -> truth.get(SeriesId.of("requests", "status", status))
                        .values()
                        .get(0))
                .sum();
        assertThat(truth.get(SeriesId.total("requests")).values().get(0))
                .isEqualTo(statuses)
                .isPositive();
        assertThat(truth.get(SeriesId.total("requests")).values().isMissing(1)).isTrue();
    }

    @Test
    void aDumpCoversItsSpan() {
        assertThat(new MetricDumpGenerator(TRAFFIC, MetricDumpGenerator.Style.JSON)
                        .files(FROM, TO, Duration.ofMinutes(10)))
                .extracting(GeneratedFile::key)
                .containsExactly("metrics_20261116T0800Z.json", "metrics_20261116T0810Z.json");
    }

    private static String text(MetricDumpGenerator.Style style) {
        GeneratedFile file = new MetricDumpGenerator(TRAFFIC, style)
                .files(FROM, TO, Duration.ofDays(1))
                .findFirst()
                .orElseThrow();
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
