package io.flowtide.core.series;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a series as {@code metric/dimension=value}, or {@code metric/all} for the total: {@code requests/all},
 * {@code bytes/dstport=443}. Text from outside is allowed in the value; it is never markup and never a path.
 *
 * @param name the whole name, with at least one character on either side of the first slash
 */
public record SeriesId(@JsonValue String name) implements Comparable<SeriesId> {

    /** The dimension of a total. */
    public static final String ALL = "all";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SeriesId {
        int slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1) {
            throw new IllegalArgumentException(
                    "A series is named metric/dimension=value or metric/all, but this one is '" + name + "'");
        }
    }

    public static SeriesId total(String metric) {
        return new SeriesId(metric + "/" + ALL);
    }

    public static SeriesId of(String metric, String dimension, String value) {
        return new SeriesId(metric + "/" + dimension + "=" + value);
    }

    /** What is counted: {@code requests}, {@code bytes}, {@code packets}, … */
    public String metric() {
        return name.substring(0, name.indexOf('/'));
    }

    /** What follows the slash: {@code all} or {@code dimension=value}. */
    public String dimension() {
        return name.substring(name.indexOf('/') + 1);
    }

    @Override
    public int compareTo(SeriesId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
