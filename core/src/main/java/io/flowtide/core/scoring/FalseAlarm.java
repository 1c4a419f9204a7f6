package io.flowtide.core.scoring;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Document;
import io.flowtide.core.event.Documents;
import io.flowtide.core.series.SeriesId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What a person said is no anomaly: the shape of an incident. Whatever has the shape again is kept, but not told: a
 * series that goes the same way, at about the same time of a day of the same kind, and not much further.
 *
 * @param schema {@value Documents#SCHEMA}
 * @param series the series
 * @param incident the incident that was marked
 * @param direction which way it went
 * @param workday whether it was on a day from Monday to Friday
 * @param from local time from which on it may happen
 * @param to local time before which it may happen; not after {@code from} when that is on the day that follows
 * @param difference how far it may lie from what is expected, in units of the series
 * @param share how far it may lie from what is expected, as a share of that; infinite where nothing was expected
 * @param marked when it was marked
 */
public record FalseAlarm(
        int schema,
        SeriesId series,
        String incident,
        Direction direction,
        boolean workday,
        LocalTime from,
        LocalTime to,
        double difference,
        double share,
        Instant marked)
        implements Document {

    /** The same thing does not happen at the same minute. */
    private static final Duration MARGIN = Duration.ofMinutes(30);
    /** Nor quite as strongly. */
    private static final double STRONGER = 1.25;

    private static final Duration WHOLE_DAY = Duration.ofHours(23);

    /** The shape of an incident as it was told. */
    public static FalseAlarm of(AnomalyDetected event, Instant now) {
        ZonedDateTime from = event.start().minus(MARGIN).atZone(event.zone());
        ZonedDateTime to = event.end().plus(MARGIN).atZone(event.zone());
        boolean always = Duration.between(from, to).compareTo(WHOLE_DAY) >= 0;
        double difference = Math.abs(event.peak().value() - event.peak().expected());
        return new FalseAlarm(
                Documents.SCHEMA,
                event.series(),
                event.incident(),
                event.direction(),
                isWorkday(event.start().atZone(event.zone())),
                always ? LocalTime.MIN : from.toLocalTime(),
                always ? LocalTime.MIN : to.toLocalTime(),
                STRONGER * difference,
                STRONGER * difference / Math.abs(event.peak().expected()),
                now);
    }

    /** Whether an anomaly has this shape. */
    public boolean covers(Stretch anomaly, ZoneId zone) {
        ZonedDateTime start = anomaly.start().atZone(zone);
        return goesTheSameWay(anomaly.direction())
                && isWorkday(start) == workday
                && holds(start.toLocalTime())
                && isNotMuchFurther(anomaly);
    }

    /** {@code SPIKE from 01:30 to 03:00 from Monday to Friday, up to 250 (250 %) from what is expected}. */
    public String inWords() {
        String hours = from.equals(to) ? "at any time" : "from " + from + " to " + to;
        String far = Double.isFinite(share) ? " (" + Math.round(100 * share) + " %)" : "";
        return direction + " " + hours + (workday ? " from Monday to Friday" : " on Saturday and Sunday") + ", up to "
                + Words.number(difference) + far + " from what is expected";
    }

    /** Silence is a dip, to the bottom. */
    private boolean goesTheSameWay(Direction other) {
        return other == direction || (other == Direction.DIP && direction == Direction.SILENCE);
    }

    private boolean holds(LocalTime time) {
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }

    private boolean isNotMuchFurther(Stretch anomaly) {
        double expected = anomaly.peak().expected();
        double distance = Math.abs(anomaly.peak().value() - expected);
        return distance <= difference || distance <= share * Math.abs(expected);
    }

    private static boolean isWorkday(ZonedDateTime time) {
        return time.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
