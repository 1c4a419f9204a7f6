package io.flowtide.core.series;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Names of series separated by commas, in which {@code *} stands for any text: {@code requests/all,bytes/*}. */
public final class SeriesPattern {

    private final List<Pattern> patterns;

    private SeriesPattern(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    public static SeriesPattern parse(String names) {
        return new SeriesPattern(Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(SeriesPattern::pattern)
                .toList());
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(
                Arrays.stream(name.split("\\*", -1))
                        .map(Pattern::quote)
                        .reduce((before, after) -> before + ".*" + after)
                        .orElseThrow(),
                Pattern.DOTALL);
    }

    public boolean includes(SeriesId series) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.matcher(series.name()).matches());
    }
}
