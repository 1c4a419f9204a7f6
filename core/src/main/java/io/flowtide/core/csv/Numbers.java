package io.flowtide.core.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** Numbers as CSV writes and reads them: decimal point, no grouping, whatever the machine's locale is. */
public final class Numbers {

    private static final Set<String> MISSING = Set.of("", "nan", "null", "none", "na", "n/a", "-");
    /** Up to here a double holds every integer exactly. */
    private static final double LARGEST_EXACT_INTEGER = 1L << 53;

    private Numbers() {}

    /** The shortest text that reads back as the same number; whole numbers have no fraction; NaN is empty. */
    public static String format(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        if (number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT_INTEGER) {
            return Long.toString((long) number);
        }
        return Double.isInfinite(number)
                ? Double.toString(number)
                : BigDecimal.valueOf(number).toPlainString();
    }

    /** As {@link #format(double)}, rounded half up to at most {@code decimals} decimals. */
    public static String format(double number, int decimals) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return format(number);
        }
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A finite number, NaN for a text that says that it is missing, or nothing for any other text. */
    static OptionalDouble parse(String text) {
        String number = text.strip();
        if (MISSING.contains(number.toLowerCase(Locale.ROOT))) {
            return OptionalDouble.of(Double.NaN);
        }
        if (!isDecimal(number)) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(number);
            return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        } catch (NumberFormatException malformed) {
            return OptionalDouble.empty();
        }
    }

    /** Keeps out what Java alone takes for a number: {@code 1d}, {@code 0x1p3}, {@code Infinity}. */
    private static boolean isDecimal(String text) {
        return text.chars()
                .allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E');
    }
}
