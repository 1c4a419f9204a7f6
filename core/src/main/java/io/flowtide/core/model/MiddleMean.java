package io.flowtide.core.model;

/** The mean of the middle half of weighted numbers: nearly as steady as a mean and nearly as deaf to outliers as a median. */
public final class MiddleMean {

    private final double[] numbers;
    private final double[] weights;
    private int size;

    /** @param most how many numbers it can hold */
    public MiddleMean(int most) {
        numbers = new double[most];
        weights = new double[most];
    }

    /** Forgets all numbers. */
    public void clear() {
        size = 0;
    }

    /** Adds a number, which finds its place in ascending order; NaN is passed over. */
    public void add(double number, double weight) {
        if (Double.isNaN(number)) {
            return;
        }
        int i = size++;
        for (; i > 0 && numbers[i - 1] > number; i--) {
            numbers[i] = numbers[i - 1];
            weights[i] = weights[i - 1];
        }
        numbers[i] = number;
        weights[i] = weight;
    }

    /** NaN when nothing was added. */
    public double get() {
        double total = 0;
        for (int i = 0; i < size; i++) {
            total += weights[i];
        }
        double from = total / 4;
        double to = total - from;
        double passed = 0;
        double sum = 0;
        double mass = 0;
        for (int i = 0; i < size; i++) {
            double inside = Math.min(passed + weights[i], to) - Math.max(passed, from);
            if (inside > 0) {
                sum += numbers[i] * inside;
                mass += inside;
            }
            passed += weights[i];
        }
        return sum / mass;
    }
}
