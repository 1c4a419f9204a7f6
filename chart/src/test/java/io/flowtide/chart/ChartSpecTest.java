package io.flowtide.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.scoring.Severity;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartSpecTest {

    private static final SeriesId SERIES = SeriesId.total("requests");
    private static final Duration WIDTH = Duration.ofMinutes(5);
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private static ScoredWindow window(int buckets) {
        Values numbers =
                Values.of(IntStream.range(0, buckets).mapToDouble(i -> i).toArray());
        ScoredWindow.Row row = new ScoredWindow.Row(
                SERIES,
                new ScoredWindow.ModelVersion("tide", "1"),
                1,
                START,
                numbers,
                numbers,
                numbers,
                numbers,
                numbers,
                new TreeMap<>());
        return new ScoredWindow(
                Documents.SCHEMA,
                Origin.UPLOAD,
                0,
                START,
                START.plus(WIDTH.multipliedBy(buckets)),
                WIDTH,
                ZoneId.of("UTC"),
                List.of(row));
    }

    private static AnomalyDetected event(SeriesId series, Instant start, Duration length) {
        return new AnomalyDetected(
                Documents.SCHEMA,
                "incident",
                1,
                AnomalyDetected.State.OPENED,
                series,
                Origin.UPLOAD,
                Severity.HIGH,
                Direction.SPIKE,
                start,
                start.plus(length),
                WIDTH,
                ZoneId.of("Europe/Berlin"),
                new AnomalyDetected.Peak(start, 482_000, 120_000, 100_000, 140_000, 0.99),
                0.9,
                1,
                "",
                new ObjectVersion("lake", "scored/a.json", ""),
                362_000,
                List.of(),
                List.of());
    }

    @Test
    void anIncidentIsShownWithTheDayBeforeItAndWhatFollowed() {
        Instant start = START.plus(Duration.ofDays(10));

        ChartSpec spec = ChartSpec.of(window(30 * 288), event(SERIES, start, Duration.ofMinutes(35)));

        assertThat(spec.start()).isEqualTo(start.minus(Duration.ofDays(1)));
        assertThat(spec.values().size()).isEqualTo(288 + 7 + 36);
        assertThat(spec.values().get(0)).isEqualTo(9 * 288);
        assertThat(spec.scores().size()).isEqualTo(spec.values().size());
        assertThat(spec.cutoff()).isEqualTo(Values.constant(spec.values().size(), 0.9));
    }

    @Test
    void aLongIncidentIsShownWithTwiceAsMuchBeforeIt() {
        Instant start = START.plus(Duration.ofDays(20));

        ChartSpec spec = ChartSpec.of(window(30 * 288), event(SERIES, start, Duration.ofDays(2)));

        assertThat(spec.start()).isEqualTo(start.minus(Duration.ofDays(4)));
        assertThat(spec.values().size()).isEqualTo(8 * 288);
    }

    @Test
    void whatTheWindowDoesNotHoldIsNotShown() {
        assertThat(ChartSpec.of(window(10), event(SERIES, START, WIDTH))
                        .values()
                        .size())
                .isEqualTo(10);
        assertThat(ChartSpec.of(window(10), event(SERIES, START.minus(Duration.ofDays(9)), WIDTH))
                        .values()
                        .size())
                .isPositive();
        assertThat(ChartSpec.of(window(10), event(SERIES, START.plus(Duration.ofDays(9)), WIDTH))
                        .values()
                        .size())
                .isPositive();
    }

    @Test
    void theWordsSayWhatWhenAndHowMuch() {
        ChartSpec spec = ChartSpec.of(window(10), event(SERIES, START, Duration.ofMinutes(35)));

        assertThat(spec.title()).isEqualTo("Spike in requests/all");
        assertThat(spec.subtitle())
                .isEqualTo("Sun 1 Nov 2026, 01:00 to 01:35  ·  482k observed, 120k expected (+302%)");
        assertThat(spec.unit()).isEqualTo("requests per 5 min");
    }

    @Test
    void unitsNameTheWidthOfABucket() {
        assertThat(ChartText.unit(SERIES, Duration.ofMinutes(1))).isEqualTo("requests per 1 min");
        assertThat(ChartText.unit(SERIES, Duration.ofSeconds(90))).isEqualTo("requests per 90 s");
        assertThat(ChartText.unit(SERIES, Duration.ofHours(1))).isEqualTo("requests per 1 h");
        assertThat(ChartText.unit(SERIES, Duration.ofDays(1))).isEqualTo("requests per 1 d");
        assertThat(ChartText.unit(SeriesId.of("upload", "file", "a"), Duration.ofMinutes(10)))
                .isEqualTo("value per 10 min");
    }

    @Test
    void anotherSeriesIsNotShownInstead() {
        AnomalyDetected event = event(SeriesId.total("bytes"), START, WIDTH);

        assertThatThrownBy(() -> ChartSpec.of(window(10), event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not hold the series bytes/all");
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        ScoredWindow window = window(10);
        ScoredWindow.Row row = window.series().get(0);

        assertThatThrownBy(() -> ChartSpec.of(
                        row, WIDTH, ZoneId.of("UTC"), Values.constant(9, 1), List.of(), "title", "subtitle"))
                .hasMessageContaining("has 10 buckets, but one of its rows has 9");
        assertThatThrownBy(() -> ChartSpec.of(
                        row, Duration.ZERO, ZoneId.of("UTC"), Values.empty(), List.of(), "title", "subtitle"))
                .hasMessageContaining("positive width");
        assertThatThrownBy(() -> ChartSpec.of(window(0), event(SERIES, START, WIDTH)))
                .hasMessageContaining("at least one bucket");
    }
}
