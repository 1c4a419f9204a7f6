package io.flowtide.core.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers, durations and names as a person reads them, in plain ASCII. */
final class Words {

    private static final double LARGE = 100;
    private static final double TELLING = 10_000;

    private Words() {}

    /** {@code 12,400}, {@code 0.25}: whole from a hundred on, three digits below. */
    static String number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "unknown";
        }
        if (Math.abs(number) >= LARGE) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        BigDecimal rounded = BigDecimal.valueOf(number).round(new MathContext(3, RoundingMode.HALF_UP));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** {@code " (+143 %)"}; empty where hardly anything was expected, since a percentage would say nothing there. */
    static String deviation(double value, double expected) {
        double percent = 100 * (value - expected) / Math.abs(expected);
        boolean telling = Math.abs(percent) < TELLING;
        return telling ? String.format(Locale.ROOT, " (%+,.0f %%)", percent) : "";
    }

    /** {@code 40 min}, {@code 1 h 5 min}, {@code 2 d 3 h}, {@code 30 s}. */
    static String duration(Duration duration) {
        if (duration.isZero()) {
            return "0 s";
        }
        List<String> units = Stream.of(
                        unit(duration.toDaysPart(), "d"),
                        unit(duration.toHoursPart(), "h"),
                        unit(duration.toMinutesPart(), "min"),
                        unit(duration.toSecondsPart(), "s"))
                .filter(unit -> !unit.isEmpty())
                .toList();
        return units.stream().limit(2).collect(Collectors.joining(" "));
    }

    private static String unit(long count, String unit) {
        return count == 0 ? "" : count + " " + unit;
    }

    /** A name from outside without line breaks and control characters. */
    static String oneLine(String name) {
        return name.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
