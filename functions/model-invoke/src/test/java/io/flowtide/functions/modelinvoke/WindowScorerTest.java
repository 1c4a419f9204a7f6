package io.flowtide.functions.modelinvoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.model.Detector;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.SeriesPattern;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowScorerTest {

    private static final String DETECTOR = "mean";
    private static final String MODEL = "models/requests-all-8aafb1c6/2026-11-20-h0/mean-PT5M-Z.bin";

    private final Memory lake = new Memory();
    private final List<Duration> learned = new ArrayList<>();

    private TimeSeries history(SeriesId series, Instant from, Instant to) {
        learned.add(Duration.between(from, to));
        return Tide.between(series, from, to);
    }

    /** As a new instance of the function would. */
    private ScoredWindow score(JoinedWindow window) {
        return scorer("requests/all").score(window);
    }

    private WindowScorer scorer(String watched) {
        Models models = new Models(new SnapshotCache(1 << 20), lake, this::history);
        return new WindowScorer(
                DETECTOR, SeriesPattern.parse(watched), HolidayCalendar.none(), Choices.none(), models, Remote.none());
    }

    @Test
    void theDetectorHasSeenEverythingBeforeTheDay() {
        Detector all = Detectors.create(
                DETECTOR,
                ModelKey.of(
                                Tide.window(0).series().get(0),
                                DETECTOR,
                                Tide.window(0),
                                HolidayCalendar.none(),
                                Optional.empty())
                        .settings());
        TimeSeries series = Tide.between(Tide.SERIES, Tide.MIDNIGHT.minus(Models.LEARNED), Tide.FROM.plus(Slot.WIDTH));
        double[] expected = new double[series.size()];
        for (int i = 0; i < series.size(); i++) {
            expected[i] = all.next(series.time(i), series.values().get(i)).expected();
        }

        ScoredWindow.Row row = score(Tide.window(0)).series().get(0);

        assertThat(row.start()).isEqualTo(Tide.MIDNIGHT);
        assertThat(row.expected().toArray())
                .containsExactly(Arrays.copyOfRange(
                        expected, expected.length - row.values().size(), expected.length));
        assertThat(row.model()).isEqualTo(new ScoredWindow.ModelVersion(DETECTOR, "2026-11-20-h0"));
        assertThat(lake.objects).containsOnlyKeys(MODEL);
        assertThat(learned).containsExactly(Models.LEARNED);
    }

    @Test
    void aLookBackThatBeginsLaterIsContextUntilItsFirstDay() {
        JoinedWindow whole = Tide.window(0);
        JoinedWindow.Row row = whole.series().get(0);
        JoinedWindow.Row late = new JoinedWindow.Row(
                row.id(), row.start().plus(Slot.WIDTH), row.values().slice(1, 288 + 98), row.minutes());

        ScoredWindow.Row scored = score(new JoinedWindow(
                        whole.schema(),
                        whole.origin(),
                        0,
                        whole.from(),
                        whole.to(),
                        whole.width(),
                        whole.zone(),
                        0,
                        whole.calendar(),
                        List.of(late)))
                .series()
                .get(0);

        assertThat(scored.model().version()).isEqualTo("2026-11-21-h0");
        assertThat(scored.scores().slice(0, 287).stream()).allMatch(value -> Double.isNaN(value));
        assertThat(scored.scores().slice(287, 288 + 97).stream()).noneMatch(value -> Double.isNaN(value));
    }

    @Test
    void theSameWindowGivesTheSameBytesWhereverTheModelComesFrom() {
        WindowScorer warm = scorer("requests/all");
        byte[] trained = Documents.write(warm.score(Tide.window(0)));

        assertThat(Documents.write(warm.score(Tide.window(0)))).isEqualTo(trained);
        assertThat(Documents.write(score(Tide.window(0)))).isEqualTo(trained);
        assertThat(learned).hasSize(1);
    }

    @Test
    void theNextDayLearnsOneDayMore() {
        score(Tide.window(0));
        learned.clear();
        Instant tomorrow = Tide.FROM.plus(Duration.ofDays(1));

        ScoredWindow scored = score(Tide.window(Origin.STREAM, tomorrow, tomorrow.plus(Slot.WIDTH), 0, Tide.SERIES));

        assertThat(learned).containsExactly(Duration.ofDays(1));
        assertThat(scored.series().get(0).model().version()).isEqualTo("2026-11-21-h0");
    }

    @Test
    void aHistoryThatChangedIsLearnedAnew() {
        score(Tide.window(0));
        learned.clear();

        assertThat(score(Tide.window(1)).series().get(0).model().version()).isEqualTo("2026-11-20-h1");
        assertThat(learned).containsExactly(Models.LEARNED);
    }

    @Test
    void anUnreadableSnapshotIsMadeAgain() {
        byte[] sound = Documents.write(score(Tide.window(0)));
        lake.objects.put(MODEL, new byte[] {1, 2, 3});

        assertThat(Documents.write(score(Tide.window(0)))).isEqualTo(sound);
        assertThat(lake.objects.get(MODEL)).hasSizeGreaterThan(3);
    }

    @Test
    void aWindowOfSeveralDaysIsJudgedByOneDetector() {
        Instant to = Tide.FROM.plus(Duration.ofDays(2));

        ScoredWindow.Row row = score(Tide.window(Origin.STREAM, Tide.FROM, to, 0, Tide.SERIES))
                .series()
                .get(0);

        assertThat(row.expected().size()).isEqualTo(97 + 3 * 288);
        assertThat(row.expected().stream()).noneMatch(value -> Double.isNaN(value));
        assertThat(lake.objects).hasSize(1);
    }

    @Test
    void aSeriesWithoutHistoryIsScoredAsWell() {
        Models models = new Models(new SnapshotCache(0), lake, (series, from, to) -> Tide.between(series, from, from));

        ScoredWindow scored = new WindowScorer(
                        DETECTOR,
                        SeriesPattern.parse("*"),
                        HolidayCalendar.none(),
                        Choices.none(),
                        models,
                        Remote.none())
                .score(Tide.window(0));

        assertThat(scored.series()).hasSize(1);
    }

    @Test
    void onlyWhatIsWatchedIsScored() {
        SeriesId rejected = SeriesId.of("requests", "action", "REJECT");
        SeriesId bytes = SeriesId.total("bytes");
        JoinedWindow window =
                Tide.window(Origin.STREAM, Tide.FROM, Tide.FROM.plus(Slot.WIDTH), 0, Tide.SERIES, rejected, bytes);

        assertThat(scorer("requests/*").score(window).series())
                .extracting(ScoredWindow.Row::id)
                .containsExactly(Tide.SERIES, rejected);
        assertThat(scorer("bytes/all, requests/all").score(window).series())
                .extracting(ScoredWindow.Row::id)
                .containsExactly(Tide.SERIES, bytes);
        assertThat(scorer("requests/al").score(window).series()).isEmpty();
    }

    @Test
    void anUploadIsJudgedByItselfAndFromItsFirstBucket() {
        SeriesId file = new SeriesId("upload/file=week.csv");
        Instant from = Instant.parse("2019-01-01T00:02:30Z");

        ScoredWindow.Row row = score(Tide.window(Origin.UPLOAD, from, from.plus(Duration.ofDays(3)), 0, file))
                .series()
                .get(0);

        assertThat(row.model().version()).isEqualTo("upload");
        assertThat(row.start()).isEqualTo(from);
        assertThat(row.scores().stream()).noneMatch(value -> Double.isNaN(value));
        assertThat(lake.objects).isEmpty();
        assertThat(learned).isEmpty();
    }
}
