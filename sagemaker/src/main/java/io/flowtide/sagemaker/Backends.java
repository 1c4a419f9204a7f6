package io.flowtide.sagemaker;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.SeriesPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which series are judged at which endpoint: {@code requests/all=rcf@my-endpoint,bytes/*=deepar@other}. The first entry
 * that fits decides; a series that none fits is judged by the embedded model.
 */
public final class Backends {

    private final List<Entry> entries;

    private Backends(List<Entry> entries) {
        this.entries = entries;
    }

    private record Entry(SeriesPattern series, Backend backend) {}

    /** @throws IllegalArgumentException when an entry is written otherwise; the message names it */
    public static Backends parse(String text) {
        return new Backends(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(Backends::entry)
                .toList());
    }

    private static Entry entry(String text) {
        // A series may have an equals sign in its name, and so have options.
        int at = text.indexOf('@');
        int equals = at < 0 ? -1 : text.lastIndexOf('=', at);
        if (equals <= 0) {
            throw new IllegalArgumentException(
                    "An endpoint of a series is written like requests/all=rcf@my-endpoint, not '" + text + "'");
        }
        return new Entry(SeriesPattern.parse(text.substring(0, equals)), Backend.parse(text.substring(equals + 1)));
    }

    /** The endpoint of a series. */
    public Optional<Backend> of(SeriesId series) {
        return entries.stream()
                .filter(entry -> entry.series().includes(series))
                .map(Entry::backend)
                .findFirst();
    }
}
