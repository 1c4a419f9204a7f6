package io.flowtide.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.flowlog.RejectSink;
import io.flowtide.core.flowlog.RejectedLines;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class SeriesCsvPropertiesTest {

    private static final Instant START = Instant.parse("2026-11-21T08:02:30Z");

    @Property(tries = 300)
    void nothingThatComesInIsMoreThanARefusal(@ForAll byte[] bytes) throws IOException {
        RejectedLines rejects = new RejectedLines();

        CsvReport report = SeriesCsv.read(new ByteArrayInputStream(bytes), CsvOptions.utc(), rejects);

        assertThat(rejects.total())
                .isEqualTo(report.rejected() + (report.damage().isPresent() ? 1 : 0));
        assertThat(report.accepted()).isEqualTo(report.points().size());
    }

    @Property(tries = 300)
    void everyRowIsAcceptedOrRefused(@ForAll("rows") List<String> rows) {
        RejectedLines rejects = new RejectedLines();

        CsvReport report = read("Timestamp,Value\n" + String.join("\n", rows), rejects);

        assertThat(report.accepted() + report.rejected()).isEqualTo(rows.size());
        assertThat(report.damage()).isEmpty();
        assertThat(rejects.lines()).allMatch(line -> line.line() >= 2 && line.line() <= rows.size() + 1);
    }

    @Provide
    Arbitrary<List<String>> rows() {
        Arbitrary<String> times = Arbitraries.of(
                "2026-11-21 08:00",
                "2026-11-21T08:00:00Z",
                "1795248300",
                "yesterday",
                "2026-13-01",
                "2026-11-21 08:61",
                "x");
        Arbitrary<String> values = Arbitraries.of("1", "-2.5", "1e3", "", "NaN", "many", "1,2", "\"3\"", "0x10");
        return times.flatMap(time -> values.map(value -> time + "," + value))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -1e9, max = 1e9) Double> numbers)
            throws IOException {
        TimeSeries series = new TimeSeries(
                SeriesId.total("requests"),
                START,
                Duration.ofMinutes(5),
                Values.of(numbers.stream().mapToDouble(Double::doubleValue).toArray()));
        StringBuilder text = new StringBuilder();
        SeriesCsvWriter.write(series, text);

        Points points = read(text.toString(), RejectSink.none()).points();

        assertThat(Grid.of(points).place(series.id(), points)).isEqualTo(series);
    }

    @Property(tries = 100)
    void theOrderOfTheRowsDoesNotMatter(@ForAll Random random, @ForAll @Size(min = 2, max = 40) List<Short> steps) {
        List<String> rows = new ArrayList<>();
        long time = START.getEpochSecond();
        for (short step : steps) {
            time += 1 + Math.abs((int) step);
            rows.add(time + "," + step);
        }
        Points inOrder = read(String.join("\n", rows), RejectSink.none()).points();

        Collections.shuffle(rows, random);
        Points shuffled = read(String.join("\n", rows), RejectSink.none()).points();

        assertThat(Grid.of(shuffled).place(SeriesId.total("x"), shuffled))
                .isEqualTo(Grid.of(inOrder).place(SeriesId.total("x"), inOrder));
    }

    private static CsvReport read(String text, RejectSink rejects) {
        try {
            return SeriesCsv.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), CsvOptions.utc(), rejects);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
