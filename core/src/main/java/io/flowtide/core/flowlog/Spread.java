package io.flowtide.core.flowlog;

import java.util.List;

/** Which minutes a record counts in. */
public enum Spread {
    /** Every minute from start to end, in proportion. */
    PROPORTIONAL("proportional"),
    /** Only the minute that holds the start. */
    AT_START("start"),
    /** None: all records of a file count as if at once, at the start of time. To learn of a file, not to make series. */
    OVERALL("overall");

    private final String configurationName;

    Spread(String configurationName) {
        this.configurationName = configurationName;
    }

    /** @throws IllegalArgumentException when there is none of that name; the message says which there are */
    public static Spread parse(String name) {
        for (Spread spread : List.of(PROPORTIONAL, AT_START)) {
            if (spread.configurationName.equals(name)) {
                return spread;
            }
        }
        throw new IllegalArgumentException("Counts are spread as 'proportional' or 'start', not '" + name + "'");
    }
}
