package io.flowtide.core.training.page;

import java.util.Locale;

/** Text made fit for a page. */
final class Html {

    private Html() {}

    /** Text from outside is never markup. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** At most two decimals, with a point, and never in scientific notation. */
    static String number(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.indexOf('.') < 0 ? text : text.replaceAll("\\.?0+$", "");
    }

    /** {@code 1250} is 1.25k. */
    static String compact(double number) {
        double size = Math.abs(number);
        if (size >= 1e9) {
            return number(number / 1e9) + "G";
        }
        if (size >= 1e6) {
            return number(number / 1e6) + "M";
        }
        return size >= 1e3 ? number(number / 1e3) + "k" : number(number);
    }

    /** {@code 0.1234} is 12.3 %. */
    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "–";
    }
}
