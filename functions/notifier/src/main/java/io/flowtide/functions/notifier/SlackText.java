package io.flowtide.functions.notifier;

import io.flowtide.core.event.AnomalyDetected;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words for Slack, in its own markup; text from outside is escaped and can't become markup or a mention. */
final class SlackText {

    /** Slack cuts messages that are longer than 4,000 characters; a name from outside can be of any length. */
    private static final int LONGEST_LINE = 600;

    private static final int MOST_LINES = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    private SlackText() {}

    /** The title of the chart: plain text. */
    static String title(AnomalyDetected event) {
        return Facts.headline(event);
    }

    /** What the chart shows, for those who do not see it. */
    static String alternative(Alert alert) {
        return bounded(
                "Chart of " + alert.event().series() + ": " + alert.event().summary());
    }

    /** The summary, then the whole of when, and how much at the worst. */
    static String message(Alert alert) {
        AnomalyDetected event = alert.event();
        return icon(event) + " *" + escape(bounded(event.summary())) + "*\n"
                + escape(Facts.period(event)) + "\n"
                + escape("At its peak " + Facts.size(event) + ", confidence " + Facts.percent(event.confidence()))
                + "\n"
                + escape("Incident " + event.incident())
                + alert.link()
                        .map(link -> "\n<" + link.toString().replace("&", "&amp;") + "|Chart>")
                        .orElse("");
    }

    /** What was not worth telling at once, the first of it. */
    static String digest(Digest digest) {
        int count = digest.incidents().size();
        String more = count > MOST_LINES ? "\nand " + (count - MOST_LINES) + " more" : "";
        return digest.incidents().stream()
                .limit(MOST_LINES)
                .map(words -> "\n• " + escape(bounded(words)))
                .collect(Collectors.joining(
                        "",
                        ":memo: *" + DAY.format(digest.day()) + ": " + count
                                + (count == 1 ? " incident that was" : " incidents that were") + " not told*",
                        more));
    }

    private static String icon(AnomalyDetected event) {
        return switch (event.state()) {
            case OPENED -> ":rotating_light:";
            case WORSENED -> ":small_red_triangle:";
            case RECOVERED -> ":white_check_mark:";
        };
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "…";
    }

    /**
     * Escapes the three characters that Slack knows, and puts lookalikes in the place of those by which it makes bold,
     * slanted or struck text, code and emoji. An underline within a word means nothing to Slack and stays.
     */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace('*', '\u2217')
                .replace('~', '\u223c')
                .replace('`', '\u02cb')
                .replaceAll("(?<!\\w)_|_(?!\\w)", "\uff3f")
                .replaceAll(":(?=[a-z0-9_+-]+:)", "\u2236");
    }
}
