package io.flowtide.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.flowlog.Ingest;
import io.flowtide.core.flowlog.IngestOptions;
import io.flowtide.core.flowlog.IngestReport;
import io.flowtide.core.flowlog.RejectedLines;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.synthetic.GeneratedFile;
import io.flowtide.core.synthetic.MetricDumpGenerator;
import io.flowtide.core.synthetic.Traffic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dump comes in by the same door as a flow log. */
class IngestedDumpTest {

    private static final Instant FROM = Instant.parse("2026-11-16T00:00:00Z");
    private static final SeriesId ALL = SeriesId.total("requests");
    private static final MetricDumpGenerator GENERATOR =
            new MetricDumpGenerator(new Traffic(ZoneOffset.UTC, 100, 5, List.of()), MetricDumpGenerator.Style.PYTHON);

    private final RejectedLines rejects = new RejectedLines();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30})
    void isCountedWhetherItFitsIntoABlockOrNot(int days) throws IOException {
        IngestReport report = read(gzip(dump(days)));

        assertThat(report.damage()).isEmpty();
        assertThat(report.counts().totalThousandths(ALL) / 1000.0)
                .isEqualTo(GENERATOR.truth(FROM, FROM.plus(Duration.ofDays(days))).get(ALL).values().stream()
                        .sum());
        assertThat(report.format()).startsWith("metric dump, left out").endsWith("gzip");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void isCountedUpToWhereItBreaksOff(int days) throws IOException {
        byte[] whole = gzip(dump(days));

        IngestReport report = read(Arrays.copyOf(whole, whole.length / 2));

        assertThat(report.damage()).hasValueSatisfying(reason -> assertThat(reason)
                .startsWith("The dump breaks off in line 1, column ")
                .contains("Truncated gzip"));
        assertThat(report.accepted()).isBetween(100L * days, 800L * days);
        assertThat(rejects.total()).isEqualTo(1);
    }

    @Test
    void plainDumpsAreReadAsWell() throws IOException {
        assertThat(read(dump(1)).accepted()).isEqualTo(3 * 288);
    }

    private IngestReport read(byte[] bytes) throws IOException {
        return Ingest.read("output.json", new ByteArrayInputStream(bytes), IngestOptions.defaults(), rejects);
    }

    private static byte[] dump(int days) {
        Duration span = Duration.ofDays(days);
        return GENERATOR
                .files(FROM, FROM.plus(span), span)
                .map(GeneratedFile::bytes)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(content);
        }
        return gzip.toByteArray();
    }
}
