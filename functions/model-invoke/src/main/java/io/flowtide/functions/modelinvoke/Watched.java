package io.flowtide.functions.modelinvoke;

import io.flowtide.core.series.SeriesId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Which series are watched: names separated by commas, in which {@code *} stands for anything. */
final class Watched {

    private final List<Pattern> patterns;

    private Watched(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    static Watched parse(String names) {
        return new Watched(Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Watched::pattern)
                .toList());
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(Arrays.stream(name.split("\\*", -1))
                .map(Pattern::quote)
                .reduce((before, after) -> before + ".*" + after)
                .orElseThrow());
    }

    boolean includes(SeriesId series) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.matcher(series.name()).matches());
    }
}
