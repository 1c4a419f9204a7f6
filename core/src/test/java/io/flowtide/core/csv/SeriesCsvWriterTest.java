package io.flowtide.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.flowlog.RejectSink;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeriesCsvWriterTest {

    private static final TimeSeries SERIES = new TimeSeries(
            SeriesId.total("requests"),
            Instant.parse("2026-11-21T08:00:00Z"),
            Duration.ofMinutes(5),
            Values.of(7, Double.NaN, 8.5, 0));

    @Test
    void writesARowPerValueAndNoneForAGap() throws IOException {
        StringBuilder text = new StringBuilder();

        SeriesCsvWriter.write(SERIES, text);

        assertThat(text)
                .hasToString(
                        """
                Timestamp,Value
                2026-11-21T08:00:00Z,7
                2026-11-21T08:10:00Z,8.5
                2026-11-21T08:15:00Z,0
                """);
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        StringBuilder text = new StringBuilder();
        SeriesCsvWriter.write(SERIES, text);

        Points points = SeriesCsv.read(
                        new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
                        CsvOptions.utc(),
                        RejectSink.none())
                .points();

        assertThat(Grid.of(points).place(SERIES.id(), points)).isEqualTo(SERIES);
    }
}
