package io.flowtide.cli;

import java.time.Duration;

/** Numbers as people read them. */
final class Amounts {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Amounts() {}

    /** {@code 1,234,567}. */
    static String count(long number) {
        return "%,d".formatted(number);
    }

    /** {@code 12.3 GB}, in steps of a thousand. */
    static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 999.95 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " B" : "%.1f %s".formatted(amount, UNITS[unit]);
    }

    /** {@code 12.5 %}; what is little is not called nothing. */
    static String share(long part, long whole) {
        double percent = 100.0 * part / whole;
        return percent > 0 && percent < 0.05 ? "< 0.1 %" : "%.1f %%".formatted(percent);
    }

    /** {@code 6 h 12 min}: the two greatest units. */
    static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
