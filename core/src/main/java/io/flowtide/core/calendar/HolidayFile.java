package io.flowtide.core.calendar;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of the user's own days: one entry of {@link HolidayCalendar#of} per line, a day's name after a comma or an equals
 * sign. Empty lines and what follows a {@code #} are passed over.
 */
public final class HolidayFile {

    private HolidayFile() {}

    /**
     * @param lines the lines of the file
     * @throws IllegalArgumentException when a line can't be read; the message begins with its number, {@code 3: …}
     */
    public static HolidayCalendar read(List<String> lines) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String entry = entry(lines.get(i));
            try {
                HolidayCalendar.of(List.of(entry));
            } catch (IllegalArgumentException unreadable) {
                throw new IllegalArgumentException((i + 1) + ": " + unreadable.getMessage(), unreadable);
            }
            entries.add(entry);
        }
        return HolidayCalendar.of(entries);
    }

    private static String entry(String line) {
        String content = line.replaceFirst("#.*", "").replaceFirst("^\uFEFF", "");
        return content.replaceFirst("\\s*,\\s*", "=").replace(",", ";").strip();
    }
}
