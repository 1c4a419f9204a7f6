package io.flowtide.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.flowtide.core.event.Documents;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import io.flowtide.core.training.page.TrainingPage;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class TrainingTest {

    private static final TrainingOptions OPTIONS =
            TrainingOptions.in(ZoneOffset.UTC).with(List.of("mean"), List.of("tide", "mean"));
    private static final InService MEAN = new InService("mean", "tide");

    /** Every week the same, so that a mean of the past is the future. */
    private static TimeSeries repeated(int weeks) {
        double[] values = IntStream.range(0, weeks * 7 * 144)
                .mapToDouble(i -> 1000 + 100 * (i % 144) + (i / 144 % 7 >= 5 ? -700 : 0))
                .toArray();
        return new TimeSeries(Histories.ID, Histories.START, Histories.WIDTH, Values.of(values));
    }

    @Test
    void whatRepeatsItselfIsForecastWithoutAnError() {
        TrainingReport report = Training.run(repeated(5), OPTIONS, MEAN).report();

        assertThat(report.forecasters()).singleElement().satisfies(score -> {
            assertThat(score.error()).isCloseTo(0, within(1e-12));
            assertThat(score.byHorizon()).extracting(HorizonError::rmse).allMatch(rmse -> rmse < 1e-6);
            assertThat(score.byHorizon().get(0).to()).isEqualTo(Duration.ofHours(1));
            assertThat(score.byHorizon().get(0).buckets())
                    .isEqualTo(6 * report.origins().size());
        });
    }

    @Test
    void whatIsInServiceIsComparedAsWell() {
        TrainingReport report = Training.run(
                        repeated(5), OPTIONS.with(List.of("mean"), List.of("mean")), new InService("mean", "tide"))
                .report();

        assertThat(report.detectors()).extracting(DetectorScore::detector).containsExactly("tide", "mean");
    }

    @Test
    void originsLieAStepApartInTheTestedEndAndSeeADayAtLeast() {
        TimeSeries weeks = repeated(6);

        List<Instant> origins = Origins.of(weeks, OPTIONS).times();

        assertThat(origins.get(origins.size() - 1)).isEqualTo(weeks.end().minus(Duration.ofDays(7)));
        assertThat(origins).isSorted();
        assertThat(origins.get(0)).isAfterOrEqualTo(weeks.end().minus(Duration.ofDays(14)));
        for (int i = 1; i < origins.size(); i++) {
            assertThat(Duration.between(origins.get(i - 1), origins.get(i))).isEqualTo(Duration.ofDays(2));
        }
    }

    @Test
    void theErrorIsTheOneOfTheDefinition() {
        ErrorSum sum = new ErrorSum();
        sum.add(12, 10);
        sum.add(16, 20);
        sum.add(Double.NaN, 5);
        sum.add(5, Double.NaN);

        HorizonError error = sum.between(Duration.ZERO, Duration.ofHours(1));

        assertThat(error.buckets()).isEqualTo(2);
        assertThat(error.rmse()).isCloseTo(Math.sqrt(10), within(1e-12));
        assertThat(error.wape()).isCloseTo(0.2, within(1e-12));
        assertThat(error.bias()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void theSameHistoryGivesTheSameReportAndSnapshot() {
        TimeSeries weeks = Histories.weeks(5, 1);

        TrainingResult once = Training.run(weeks, OPTIONS, MEAN);
        TrainingResult again = Training.run(weeks, OPTIONS, MEAN);

        assertThat(Documents.write(once.report())).isEqualTo(Documents.write(again.report()));
        assertThat(once.snapshot()).isEqualTo(again.snapshot());
        assertThat(Documents.read(Documents.write(once.report()), TrainingReport.class))
                .isEqualTo(once.report());
        assertThat(Detectors.restore(once.report().detector().name(), once.snapshot())
                        .next(weeks.end(), 1000)
                        .confidence())
                .isPositive();
    }

    @Test
    void plantedAnomaliesAreCountedWhenTheyAreFound() {
        TrainingReport report =
                Training.run(Histories.weeks(6, 2), OPTIONS, MEAN).report();

        assertThat(report.detectors()).allSatisfy(score -> {
            assertThat(score.planted()).isBetween(10, 40);
            assertThat(score.found()).isBetween(1, score.planted());
            assertThat(score.cost())
                    .isCloseTo(
                            1 - score.found() / (double) score.planted() + score.falseAlarmsPerWeek() / 10,
                            within(1e-12));
        });
    }

    @Test
    void plantsStandWhereThereIsTraffic() {
        TimeSeries weeks = repeated(3);

        Plants plants = Plants.in(weeks, Histories.day(14));

        assertThat(plants.starts()).hasSizeGreaterThan(5).allMatch(start -> start >= 14 * 144);
        int spike = plants.starts().get(0);
        assertThat(plants.series().values().get(spike))
                .isEqualTo(1.5 * weeks.values().get(spike));
        int silence = plants.starts().get(2);
        assertThat(plants.series().values().get(silence)).isZero();
        long changed = IntStream.range(0, weeks.size())
                .filter(i -> plants.series().values().get(i) != weeks.values().get(i))
                .count();
        assertThat(changed).isEqualTo(plants.starts().size());
    }

    @Test
    void aHistoryOfThreeDaysIsTooShort() {
        TimeSeries days = Histories.weeks(1, 1).between(Histories.day(0), Histories.day(3));

        assertThatThrownBy(() -> Training.run(days, OPTIONS, MEAN))
                .isInstanceOf(HistoryTooShortException.class)
                .hasMessageContaining("at least four days")
                .hasMessageContaining("3 days");
    }

    @Test
    void thePageNeedsNothingElseAndIsWellFormed() throws Exception {
        TimeSeries weeks = Histories.weeks(5, 3);
        TimeSeries named = new TimeSeries(
                new SeriesId("requests/path=<script>alert('x')</script>"),
                weeks.start(),
                weeks.width(),
                Histories.holidays(weeks, 8, 12).values());

        String page = TrainingPage.html(Training.run(named, OPTIONS, MEAN));

        assertThat(page).contains("<svg ", "unusual season", "prefers-color-scheme: dark", "&lt;script&gt;");
        assertThat(page).doesNotContain("<script", "http://", "https://", "NaN", "Infinity");
        String body = page.substring(page.indexOf("<body>"), page.indexOf("</body>") + "</body>".length());
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(body)))
                        .getElementsByTagName("svg")
                        .getLength())
                .isEqualTo(3);
    }
}
