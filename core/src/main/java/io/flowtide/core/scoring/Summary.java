package io.flowtide.core.scoring;

import io.flowtide.core.event.AnomalyDetected.Peak;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One line of plain words about an incident, with what matters most first: a phone's lock screen shows no more. */
final class Summary {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private static final int NAMED_PARTS = 3;

    private final Findings window;
    private final Instant now;

    Summary(Findings window, Instant now) {
        this.window = window;
        this.now = now;
    }

    String opened(Stretch incident, boolean over) {
        return what(incident) + " " + (over ? fromTo(incident) : since(incident)) + ": " + size(incident) + carriers()
                + parts();
    }

    String worse(Stretch incident) {
        return "Worse: " + opened(incident, false);
    }

    String back(Stretch incident) {
        return "Back: " + opened(incident, false);
    }

    String recovered(Stretch incident) {
        Duration length = Duration.between(incident.start(), incident.end());
        return "Recovered after " + Words.duration(length) + ": " + what(incident) + " " + fromTo(incident)
                + excess(incident.excess());
    }

    String withdrawn(Stretch incident) {
        return "Withdrawn: " + what(incident) + " " + fromTo(incident) + " was put right by late data";
    }

    String absorbed(Stretch later, Stretch both) {
        return "Joined: " + what(later) + " " + fromTo(later) + " belongs to the incident " + since(both);
    }

    /** {@code ", 87 % of it dstport=443, 85 % service=checkout"}. */
    private String carriers() {
        List<Carrier> carriers = window.company().carriers();
        String first = carriers.stream()
                .limit(1)
                .map(carrier -> ", " + carrier.inWords())
                .collect(Collectors.joining());
        return carriers.stream()
                .skip(1)
                .map(carrier -> ", " + carrier.inFewWords())
                .collect(Collectors.joining("", first, ""));
    }

    /** {@code "; with it bytes/all, packets/all and 2 more"}. */
    private String parts() {
        List<SeriesId> parts = window.company().parts();
        if (parts.isEmpty()) {
            return "";
        }
        String named = parts.stream()
                .limit(NAMED_PARTS)
                .map(part -> Words.oneLine(part.name()))
                .collect(Collectors.joining(", "));
        int more = parts.size() - NAMED_PARTS;
        return "; with it " + named + (more > 0 ? " and " + more + " more" : "");
    }

    private String what(Stretch incident) {
        return incident.severity() + " " + incident.direction().name().toLowerCase(Locale.ROOT) + " in "
                + Words.oneLine(window.series().name());
    }

    private String size(Stretch incident) {
        Peak peak = incident.peak();
        String observed = (peak.value() == 0 ? "nothing" : Words.number(peak.value())) + per();
        if (Double.isNaN(peak.expected())) {
            return observed;
        }
        return observed + ", expected " + Words.number(peak.expected())
                + Words.deviation(peak.value(), peak.expected());
    }

    private String per() {
        return " per " + Words.duration(window.width());
    }

    private static String excess(double excess) {
        if (Math.abs(excess) < 0.5) {
            return "";
        }
        return ", " + Words.number(Math.abs(excess)) + (excess > 0 ? " more" : " fewer") + " than expected";
    }

    private String since(Stretch incident) {
        return "since " + time(incident.start()) + zone();
    }

    private String fromTo(Stretch incident) {
        boolean sameDay = day(incident.start()).equals(day(incident.end()));
        String end = sameDay ? TIME.format(incident.end().atZone(window.zone())) : time(incident.end());
        return "from " + time(incident.start()) + " to " + end + zone();
    }

    private String zone() {
        return " (" + window.zone().getId().replaceFirst("^Z$", "UTC") + ")";
    }

    /** With as much of the date as the reader of today needs. */
    private String time(Instant instant) {
        LocalDate day = day(instant);
        LocalDate today = day(now);
        boolean thisYear = day.getYear() == today.getYear();
        DateTimeFormatter format = day.equals(today) ? TIME : thisYear ? DAY_AND_TIME : WHOLE;
        return format.format(instant.atZone(window.zone()));
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, window.zone());
    }
}
