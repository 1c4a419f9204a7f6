package io.flowtide.core.flowlog;

/** Which minutes a record counts in. */
public enum Spread {
    /** Every minute from start to end, in proportion. */
    PROPORTIONAL("proportional"),
    /** Only the minute that holds the start. */
    AT_START("start");

    private final String configurationName;

    Spread(String configurationName) {
        this.configurationName = configurationName;
    }

    /** @throws IllegalArgumentException when there is none of that name; the message says which there are */
    public static Spread parse(String name) {
        for (Spread spread : values()) {
            if (spread.configurationName.equals(name)) {
                return spread;
            }
        }
        throw new IllegalArgumentException("Counts are spread as 'proportional' or 'start', not '" + name + "'");
    }
}
