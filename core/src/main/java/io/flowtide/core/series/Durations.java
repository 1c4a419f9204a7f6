package io.flowtide.core.series;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Durations as people write them. */
public final class Durations {

    private Durations() {}

    /**
     * Reads {@code 30s}, {@code 5m}, {@code 1h30m}, {@code 7d}, {@code 2w}, and ISO 8601: {@code PT5M}, {@code P7D}.
     *
     * @throws IllegalArgumentException when the text is no duration, or not a positive one; the message says so
     */
    public static Duration parse(String text) {
        Duration duration = read(text);
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("A duration must be positive, not '" + text + "'");
        }
        return duration;
    }

    private static Duration read(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        try {
            if (upper.matches("\\d{1,5}W")) {
                return Duration.ofDays(7L * Long.parseLong(upper.substring(0, upper.length() - 1)));
            }
            return Duration.parse(upper.startsWith("P") ? upper : iso(upper));
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a duration like 5m, 1h30m, 7d or PT5M", malformed);
        }
    }

    /** {@code 1D12H} to {@code P1DT12H}. */
    private static String iso(String upper) {
        int days = upper.indexOf('D') + 1;
        String time = upper.substring(days);
        return "P" + upper.substring(0, days) + (time.isEmpty() ? "" : "T" + time);
    }

    /** As {@link #parse} reads it, in whole seconds: {@code 5m}, {@code 1h30m}, {@code 7d}. */
    public static String format(Duration duration) {
        String days = duration.toDays() == 0 ? "" : duration.toDays() + "d";
        Duration rest = duration.minusDays(duration.toDays()).truncatedTo(ChronoUnit.SECONDS);
        return rest.isZero() && !days.isEmpty()
                ? days
                : days + rest.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
