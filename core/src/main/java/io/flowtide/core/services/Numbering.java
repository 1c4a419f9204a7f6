package io.flowtide.core.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each value a number, from 0 in the order in which they come. */
final class Numbering<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    /** @param first the value that has the number 0 */
    Numbering(T first) {
        of(first);
    }

    int of(T value) {
        Integer number = numbers.putIfAbsent(value, values.size());
        if (number == null) {
            values.add(value);
            return values.size() - 1;
        }
        return number;
    }

    T value(int number) {
        return values.get(number);
    }

    List<T> values() {
        return List.copyOf(values);
    }
}
