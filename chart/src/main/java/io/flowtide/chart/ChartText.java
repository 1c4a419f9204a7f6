package io.flowtide.chart;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words on a chart. */
final class ChartText {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private ChartText() {}

    static String title(AnomalyDetected event) {
        return word(event.direction()) + " in " + event.series();
    }

    static String subtitle(AnomalyDetected event) {
        AnomalyDetected.Peak peak = event.peak();
        String change = Numbers.change(peak.value(), peak.expected());
        return period(event.start(), event.end(), event.zone()) + "  ·  " + Numbers.compact(peak.value())
                + " observed, " + Numbers.compact(peak.expected()) + " expected"
                + (change.isEmpty() ? "" : " (" + change + ")");
    }

    static String word(Direction direction) {
        return switch (direction) {
            case SPIKE -> "Spike";
            case DIP -> "Dip";
            case SILENCE -> "Silence";
        };
    }

    /** What an axis counts: {@code requests per 5 min}. */
    static String unit(SeriesId series, Duration width) {
        return series.metric().equals("upload")
                ? "value per " + length(width)
                : series.metric() + " per " + length(width);
    }

    static String length(Duration width) {
        if (width.toSecondsPart() != 0 || width.toMinutes() == 0) {
            return width.toSeconds() + " s";
        }
        if (width.toMinutesPart() != 0) {
            return width.toMinutes() + " min";
        }
        return width.toHours() % 24 != 0 ? width.toHours() + " h" : width.toDays() + " d";
    }

    private static String period(Instant start, Instant end, ZoneId zone) {
        ZonedDateTime from = start.atZone(zone);
        ZonedDateTime to = end.atZone(zone);
        boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
        return DAY_AND_TIME.format(from) + " to " + (sameDay ? TIME : DAY_AND_TIME).format(to);
    }
}
