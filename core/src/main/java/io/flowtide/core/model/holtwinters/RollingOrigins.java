package io.flowtide.core.model.holtwinters;

/**
 * From where a forecast is tried, and how far.
 *
 * @param first the first step that is forecast from
 * @param stride steps from one origin to the next
 * @param horizon how many steps are forecast from each, fewer at the end of the series
 */
record RollingOrigins(int first, int stride, int horizon) {

    /** Told of each forecast step. */
    interface Errors {

        /**
         * @param index the step that was forecast
         * @param lead how many steps ahead it was forecast, 1 or more
         * @param error observed minus forecast
         */
        void add(int index, int lead, double error);
    }

    /**
     * Runs the recursion over a series and compares its forecasts with what came.
     *
     * @param from the step that the recursion begins with
     */
    void run(HoltWinters recursion, double[] values, int from, Errors errors) {
        double[] forecasts = new double[horizon];
        for (int i = from; i < values.length; i++) {
            if (i >= first && (i - first) % stride == 0) {
                recursion.forecast(forecasts);
                compare(forecasts, values, i, errors);
            }
            recursion.observe(values[i]);
        }
    }

    private static void compare(double[] forecasts, double[] values, int origin, Errors errors) {
        int steps = Math.min(forecasts.length, values.length - origin);
        for (int h = 0; h < steps; h++) {
            double error = values[origin + h] - forecasts[h];
            if (!Double.isNaN(error)) {
                errors.add(origin + h, h + 1, error);
            }
        }
    }
}
