package io.flowtide.core.series;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * An immutable row of numbers, one per bucket. A gap is {@link Double#NaN} here and {@code null} in JSON. Whole numbers
 * are written without a fraction, so that the same numbers always give the same bytes.
 */
public final class Values {

    private static final Values EMPTY = new Values(new double[0]);

    /** Up to here a double holds every integer exactly. */
    private static final double LARGEST_EXACT_INTEGER = 1L << 53;

    private final double[] numbers;

    private Values(double[] numbers) {
        this.numbers = numbers;
    }

    public static Values of(double... numbers) {
        return new Values(numbers.clone());
    }

    public static Values empty() {
        return EMPTY;
    }

    public static Values constant(int size, double number) {
        double[] numbers = new double[size];
        Arrays.fill(numbers, number);
        return new Values(numbers);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Values fromJson(Double[] numbers) {
        return new Values(Arrays.stream(numbers)
                .mapToDouble(number -> number == null ? Double.NaN : number)
                .toArray());
    }

    @JsonValue
    Number[] toJson() {
        Number[] json = new Number[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            json[i] = toJson(numbers[i]);
        }
        return json;
    }

    private static Number toJson(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return null;
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT_INTEGER;
        // No conditional expression here: it would turn the long back into a double.
        if (whole) {
            return (long) number;
        }
        return number;
    }

    public int size() {
        return numbers.length;
    }

    public boolean isEmpty() {
        return numbers.length == 0;
    }

    public double get(int index) {
        return numbers[index];
    }

    public boolean isMissing(int index) {
        return Double.isNaN(numbers[index]);
    }

    /** The part {@code [from, to)}. */
    public Values slice(int from, int to) {
        return new Values(Arrays.copyOfRange(numbers, from, to));
    }

    public Values map(DoubleUnaryOperator operator) {
        return new Values(Arrays.stream(numbers).map(operator).toArray());
    }

    public Values concat(Values next) {
        return new Values(DoubleStream.concat(stream(), next.stream()).toArray());
    }

    public DoubleStream stream() {
        return Arrays.stream(numbers);
    }

    public double[] toArray() {
        return numbers.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && Arrays.equals(numbers, values.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
