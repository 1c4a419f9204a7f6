package io.flowtide.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.Origin;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final SeriesId ALL = SeriesId.total("requests");
    private static final SeriesId BYTES = SeriesId.total("bytes");
    private static final Slot FROM = Slot.parse("2026-11-21T08:05Z");
    private static final WindowRange RANGE = new WindowRange(FROM, FROM.plus(2));

    private final SlotHistory history = new SlotHistory(
            Map.of(
                    FROM.minus(1),
                    SlotSumsTest.part(Map.of(ALL, Values.of(1, 1, 1, 1, 1))),
                    FROM,
                    SlotSumsTest.part(Map.of(ALL, Values.of(1, 2, 3, 4, 5)))),
            Duration.ofHours(24));

    @Test
    void holdTheirSlotsAndTheDayBeforeAsLookBack() {
        JoinedWindow window = Windows.stream(
                        3,
                        RANGE,
                        history,
                        Map.of(ALL, KnownSeries.in(FROM.minus(1)), BYTES, KnownSeries.in(FROM)),
                        SeriesCalendar.of(ZoneId.of("Europe/Berlin")),
                        7)
                .orElseThrow();

        assertThat(window.shard()).isEqualTo(3);
        assertThat(window.historyVersion()).isEqualTo(7);
        assertThat(window.from()).isEqualTo(FROM.start());
        assertThat(window.to()).isEqualTo(FROM.plus(2).start());
        assertThat(window.calendar().minuteOfDay()).containsExactly(9 * 60 + 5, 9 * 60 + 10);
        assertThat(window.series()).extracting(JoinedWindow.Row::id).containsExactly(BYTES, ALL);
        JoinedWindow.Row requests = window.series().get(1);
        assertThat(requests.start()).isEqualTo(FROM.minus(288 + 97).start());
        assertThat(requests.values().size()).isEqualTo(97 + 290);
        assertThat(requests.values().slice(97 + 286, 97 + 290)).isEqualTo(Values.of(Double.NaN, 5, 15, 0));
        assertThat(requests.minutes()).isEqualTo(Values.of(1, 2, 3, 4, 5, 0, 0, 0, 0, 0));
        assertThat(window.series().get(0).values().slice(97 + 287, 97 + 290)).isEqualTo(Values.of(Double.NaN, 0, 0));
    }

    @Test
    void doNotSpeakOfSeriesThatAreNotYetOrNoMoreThere() {
        Map<SeriesId, KnownSeries> known =
                Map.of(ALL, KnownSeries.in(FROM.plus(2)), BYTES, KnownSeries.in(FROM.minus(36 * WindowRange.DAY)));

        assertThat(Windows.stream(0, RANGE, history, known, SeriesCalendar.of(ZoneOffset.UTC), 0))
                .isEmpty();
    }

    @Test
    void speakOfASeriesFromItsFirstToLongAfterItsLastDay() {
        KnownSeries seen =
                KnownSeries.in(FROM.minus(34 * WindowRange.DAY)).plus(KnownSeries.in(FROM.minus(35 * WindowRange.DAY)));

        assertThat(seen.first()).isEqualTo(FROM.minus(35 * WindowRange.DAY));
        assertThat(seen.isIn(FROM, FROM.next())).isTrue();
        assertThat(seen.isIn(
                        FROM.plus(WindowRange.DAY), FROM.plus(WindowRange.DAY).next()))
                .isFalse();
    }

    @Test
    void ofAnUploadAreAllNew() {
        Instant start = Instant.parse("2026-11-21T08:00:00Z");
        TimeSeries series =
                new TimeSeries(SeriesId.of("upload", "file", "a.csv"), start, Duration.ofHours(1), Values.of(1, 2, 3));

        JoinedWindow window = Windows.upload(series, SeriesCalendar.of(ZoneOffset.UTC));

        assertThat(window.origin()).isEqualTo(Origin.UPLOAD);
        assertThat(window.from()).isEqualTo(start);
        assertThat(window.to()).isEqualTo(start.plus(Duration.ofHours(3)));
        assertThat(window.timeSeries(window.series().get(0))).isEqualTo(series);
        assertThat(window.calendar().minuteOfDay()).containsExactly(480, 540, 600);
        assertThat(window.series().get(0).minutes()).isEqualTo(Values.empty());
    }
}
