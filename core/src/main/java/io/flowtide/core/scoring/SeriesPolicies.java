package io.flowtide.core.scoring;

import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The policy of each series: what holds for all, and what is different for some. Written as entries with semicolons
 * between them, each a name in which {@code *} stands for any text, and settings:
 *
 * <pre>bytes/* deviation=0.5 buckets=3; requests/service=checkout severity=HIGH rest=PT2H cutoff=fixed:5</pre>
 *
 * Settings are {@code deviation}, {@code difference}, {@code confidence}, {@code buckets}, {@code severity},
 * {@code recovery}, {@code rest} and {@code cutoff}. The first entry that fits a series counts.
 */
public final class SeriesPolicies {

    /**
     * How a series is judged.
     *
     * @param incidents what is told of it
     * @param cutOff its cut-off, as {@link CutOffs} reads it
     */
    public record SeriesPolicy(IncidentPolicy incidents, String cutOff) {

        private SeriesPolicy with(Relevance relevance) {
            return new SeriesPolicy(incidents.with(relevance), cutOff);
        }
    }

    private record Entry(Pattern series, SeriesPolicy policy) {}

    private final SeriesPolicy usual;
    private final List<Entry> entries;

    private SeriesPolicies(SeriesPolicy usual, List<Entry> entries) {
        this.usual = usual;
        this.entries = entries;
    }

    /**
     * @param overrides the entries, may be empty
     * @param usual what holds where no entry says otherwise
     * @throws IllegalArgumentException when an entry can't be used; the message says which, and what is wrong with it
     */
    public static SeriesPolicies parse(String overrides, SeriesPolicy usual) {
        List<Entry> entries = Arrays.stream(overrides.split(";"))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry(entry, usual))
                .toList();
        return new SeriesPolicies(usual, entries);
    }

    public SeriesPolicy of(SeriesId series) {
        return entries.stream()
                .filter(entry -> entry.series().matcher(series.name()).matches())
                .map(Entry::policy)
                .findFirst()
                .orElse(usual);
    }

    private static Entry entry(String entry, SeriesPolicy usual) {
        String[] words = entry.split("\\s+");
        SeriesPolicy policy = usual;
        for (String setting : Arrays.asList(words).subList(1, words.length)) {
            try {
                policy = set(policy, setting);
            } catch (IllegalArgumentException | DateTimeParseException wrong) {
                throw new IllegalArgumentException(
                        "The policy '" + entry + "' can't be used: '" + setting + "': " + wrong.getMessage(), wrong);
            }
        }
        return new Entry(glob(words[0]), policy);
    }

    private static Pattern glob(String pattern) {
        return Pattern.compile(
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    private static SeriesPolicy set(SeriesPolicy policy, String setting) {
        int equals = setting.indexOf('=');
        String name = equals < 0 ? setting : setting.substring(0, equals);
        String value = setting.substring(equals + 1);
        IncidentPolicy incidents = policy.incidents();
        Relevance old = incidents.relevance();
        return switch (name) {
            case "deviation" -> policy.with(old.withMinimumDeviation(Double.parseDouble(value)));
            case "difference" -> policy.with(old.withMinimumDifference(Double.parseDouble(value)));
            case "confidence" -> policy.with(old.withMinimumConfidence(Double.parseDouble(value)));
            case "buckets" -> policy.with(old.withMinimumBuckets(Integer.parseInt(value)));
            case "severity" ->
                policy.with(old.with(old.quiet().with(Severity.valueOf(value.toUpperCase(Locale.ROOT)))));
            case "recovery" ->
                new SeriesPolicy(incidents.withRecoveryBuckets(Integer.parseInt(value)), policy.cutOff());
            case "rest" -> new SeriesPolicy(incidents.withRest(Duration.parse(value)), policy.cutOff());
            case "cutoff" -> {
                CutOffs.parse(value, "tide");
                yield new SeriesPolicy(incidents, value);
            }
            default ->
                throw new IllegalArgumentException("settings are deviation, difference, confidence, buckets, severity,"
                        + " recovery, rest and cutoff, each with a value behind '='");
        };
    }
}
