package io.flowtide.functions.notifier;

import io.flowtide.core.event.AnomalyDetected;

/** The words for Slack, in its own markup; text from outside is escaped and can't become markup or a mention. */
final class SlackText {

    private SlackText() {}

    /** The title of the chart: plain text. */
    static String title(AnomalyDetected event) {
        return Facts.headline(event);
    }

    /** The summary, then the whole of when, and how much at the worst. */
    static String message(AnomalyDetected event) {
        return icon(event) + " *" + escape(event.summary()) + "*\n"
                + escape(Facts.period(event)) + "\n"
                + escape("At its peak " + Facts.size(event));
    }

    private static String icon(AnomalyDetected event) {
        return switch (event.state()) {
            case OPENED -> ":rotating_light:";
            case WORSENED -> ":small_red_triangle:";
            case RECOVERED -> ":white_check_mark:";
        };
    }

    /** The three characters that Slack's markup knows; a star or an underline is at worst a bold word. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
