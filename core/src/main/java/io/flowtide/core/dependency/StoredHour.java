package io.flowtide.core.dependency;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An hour of the dependency table, and which parts are in it, so that no part counts twice.
 *
 * @param parts the hashes of the parts
 * @param pairs their sum
 */
public record StoredHour(SortedSet<String> parts, SortedMap<Pair, Traffic> pairs) {

    /** An hour that nothing is known of. */
    public static final StoredHour NONE = new StoredHour(new TreeSet<>(), new TreeMap<>());

    public StoredHour {
        parts = Collections.unmodifiableSortedSet(new TreeSet<>(parts));
        pairs = Collections.unmodifiableSortedMap(new TreeMap<>(pairs));
    }

    /** Adds parts, by their hashes; those that are in already are not added again. */
    public StoredHour plus(Map<String, SortedMap<Pair, Traffic>> more) {
        SortedSet<String> allParts = new TreeSet<>(parts);
        SortedMap<Pair, Traffic> all = new TreeMap<>(pairs);
        more.forEach((hash, part) -> {
            if (allParts.add(hash)) {
                part.forEach((pair, traffic) -> all.merge(pair, traffic, Traffic::plus));
            }
        });
        return new StoredHour(allParts, all);
    }
}
