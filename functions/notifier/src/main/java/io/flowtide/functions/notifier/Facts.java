package io.flowtide.functions.notifier;

import io.flowtide.chart.Numbers;
import io.flowtide.core.event.AnomalyDetected;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What is to be said of an incident, as plain text. */
final class Facts {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Facts() {}

    /** {@code HIGH spike in requests/all}. */
    static String headline(AnomalyDetected event) {
        return event.severity() + " " + event.direction().name().toLowerCase(Locale.ROOT) + " in " + event.series();
    }

    /** {@code 482k observed, 120k expected (+301%)}. */
    static String size(AnomalyDetected event) {
        AnomalyDetected.Peak peak = event.peak();
        String change = Numbers.change(peak.value(), peak.expected());
        String observed = Numbers.compact(peak.value()) + " observed in " + length(event.width());
        String expected = Double.isFinite(peak.expected()) ? ", " + Numbers.compact(peak.expected()) + " expected" : "";
        return observed + expected + (change.isEmpty() ? "" : " (" + change + ")");
    }

    /** {@code Sat 21 Nov 2026, 08:05 to 08:40 Europe/Berlin (35 min)}. */
    static String period(AnomalyDetected event) {
        ZonedDateTime from = event.start().atZone(event.zone());
        ZonedDateTime to = event.end().atZone(event.zone());
        boolean isSameDay = from.toLocalDate().equals(to.toLocalDate());
        return DAY_AND_TIME.format(from) + " to " + (isSameDay ? TIME : DAY_AND_TIME).format(to) + " " + event.zone()
                + " (" + length(Duration.between(event.start(), event.end())) + ")";
    }

    /** {@code 80 %}. */
    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /** {@code 35 min}, {@code 2 h 5 min}, {@code 1 d 3 h}. */
    static String length(Duration duration) {
        if (duration.toMinutes() < 1) {
            return duration.toSeconds() + " s";
        }
        String days = duration.toDays() > 0 ? duration.toDays() + " d " : "";
        String hours = duration.toHoursPart() > 0 ? duration.toHoursPart() + " h " : "";
        String minutes = duration.toMinutesPart() > 0 ? duration.toMinutesPart() + " min" : "";
        return (days + hours + minutes).strip();
    }
}
