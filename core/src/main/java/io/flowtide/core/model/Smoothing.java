package io.flowtide.core.model;

/** Moving averages. */
final class Smoothing {

    private Smoothing() {}

    /**
     * Each number of each row becomes the mean of itself and its neighbours; a row is a circle.
     *
     * @param neighbours how many on either side; 0 leaves the rows as they are
     */
    static double[][] cyclic(double[][] rows, int neighbours) {
        double[][] result = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            result[i] = neighbours == 0 ? rows[i] : cyclic(rows[i], Math.min(neighbours, (rows[i].length - 1) / 2));
        }
        return result;
    }

    private static double[] cyclic(double[] row, int neighbours) {
        double[] result = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            double sum = 0;
            for (int j = -neighbours; j <= neighbours; j++) {
                sum += row[Math.floorMod(i + j, row.length)];
            }
            result[i] = sum / (2 * neighbours + 1);
        }
        return result;
    }
}
