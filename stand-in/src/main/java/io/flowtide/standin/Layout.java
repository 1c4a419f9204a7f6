package io.flowtide.standin;

import java.util.ArrayList;
import java.util.List;

/**
 * What is there from the beginning.
 *
 * @param buckets buckets without versions
 * @param versionedBuckets buckets that keep versions
 * @param tables tables with a partition key {@code pk} and a sort key {@code sk}, both text
 */
public record Layout(List<String> buckets, List<String> versionedBuckets, List<String> tables) {

    public static final Layout EMPTY = new Layout(List.of(), List.of(), List.of());

    public Layout {
        buckets = List.copyOf(buckets);
        versionedBuckets = List.copyOf(versionedBuckets);
        tables = List.copyOf(tables);
    }

    List<String> toArguments() {
        List<String> arguments = new ArrayList<>();
        buckets.forEach(bucket -> arguments.add("bucket=" + bucket));
        versionedBuckets.forEach(bucket -> arguments.add("versioned-bucket=" + bucket));
        tables.forEach(table -> arguments.add("table=" + table));
        return arguments;
    }

    static Layout parse(String[] arguments) {
        return new Layout(all("bucket=", arguments), all("versioned-bucket=", arguments), all("table=", arguments));
    }

    private static List<String> all(String prefix, String[] arguments) {
        return List.of(arguments).stream()
                .filter(argument -> argument.startsWith(prefix))
                .map(argument -> argument.substring(prefix.length()))
                .toList();
    }
}
