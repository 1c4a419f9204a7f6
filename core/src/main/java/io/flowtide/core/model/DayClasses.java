package io.flowtide.core.model;

/** Which days of the week are taken to be alike. */
public enum DayClasses {
    /** Monday to Friday are alike, and so are Saturday and Sunday: {@code weekday < 5}, counted from Monday = 0. */
    WEEKDAY_OR_WEEKEND(2) {
        @Override
        int of(int weekday) {
            return weekday < 5 ? 0 : 1;
        }
    },
    /** Every day of the week is on its own. */
    DAY_OF_WEEK(7) {
        @Override
        int of(int weekday) {
            return weekday;
        }
    };

    private final int count;

    DayClasses(int count) {
        this.count = count;
    }

    /** How many classes there are. */
    int count() {
        return count;
    }

    /**
     * The class of a day.
     *
     * @param weekday 0 (Monday) to 6 (Sunday)
     * @return 0 to {@code count() - 1}
     */
    abstract int of(int weekday);
}
