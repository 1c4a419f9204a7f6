package io.flowtide.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them: 9,876 then 12.3k, 482k, 1.25M, 1.2G; a true minus sign; no locale of the machine. */
public final class Numbers {

    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P"};
    private static final double LARGEST_WRITTEN_OUT = 10_000;
    /** Beyond this factor a percentage says less than the factor. */
    private static final double LARGEST_IN_PERCENT = 10;
    /** Beyond this one next to nothing was expected, and the factor says nothing either. */
    private static final double LARGEST_FACTOR = 1_000;

    private Numbers() {}

    /** Three significant digits, or a whole number below ten thousand; an unknown number is a dash. */
    public static String compact(double number) {
        if (!Double.isFinite(number)) {
            return "–";
        }
        double size = Math.abs(number);
        if (size < LARGEST_WRITTEN_OUT) {
            return format(number, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : leadingDigits(size), true);
        }
        int thousands = thousands(size);
        double scaled = number / Math.pow(1000, thousands);
        // 999,960 is 1M rather than 1000k.
        if (Math.abs(scaled) >= 999.5 && thousands < PREFIXES.length - 1) {
            thousands++;
            scaled = number / Math.pow(1000, thousands);
        }
        double shown = Math.abs(scaled);
        return format(scaled, shown >= 100 ? 0 : shown >= 10 ? 1 : 2, true) + PREFIXES[thousands];
    }

    /**
     * How far {@code value} lies from {@code expected}: {@code +301%}, or {@code ×12.5} from ten times on; empty when
     * nothing was expected, next to nothing (a thousandth), or not known.
     */
    public static String change(double value, double expected) {
        if (!Double.isFinite(value) || !Double.isFinite(expected) || expected == 0) {
            return "";
        }
        double factor = value / expected;
        if (factor >= LARGEST_FACTOR) {
            return "";
        }
        if (factor >= LARGEST_IN_PERCENT) {
            return "×" + compact(factor);
        }
        double percent = 100 * (value - expected) / Math.abs(expected);
        boolean fine = Math.abs(percent) < 10;
        return (percent >= 0 ? "+" : "") + format(percent, fine ? 1 : 0, true) + "%";
    }

    /** A number of an axis whose numbers lie {@code step} apart and reach up to {@code largest}. */
    static String tick(double number, double step, double largest) {
        if (number == 0) {
            return "0";
        }
        int thousands = largest < LARGEST_WRITTEN_OUT ? 0 : thousands(largest);
        double unit = Math.pow(1000, thousands);
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step / unit) + 1e-9));
        return format(number / unit, Math.min(decimals, 9), false) + PREFIXES[thousands];
    }

    private static int leadingDigits(double size) {
        return size == 0 ? 0 : Math.min(9, (int) Math.ceil(-Math.log10(size)) + 2);
    }

    private static int thousands(double size) {
        return Math.min(PREFIXES.length - 1, (int) Math.floor(Math.log10(size) / 3 + 1e-12));
    }

    private static String format(double number, int decimals, boolean trimmed) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(trimmed ? 0 : decimals);
        format.setMaximumFractionDigits(decimals);
        String text = format.format(number);
        return text.equals("-0") ? "0" : text.replace('-', '−');
    }
}
