package io.flowtide.functions.datajoin;

import io.flowtide.aws.DependencyHours;
import io.flowtide.aws.ObjectStore;
import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.StoredHour;
import io.flowtide.core.dependency.Traffic;
import io.flowtide.core.event.DependencyPart;
import io.flowtide.core.event.DependencyTable;
import io.flowtide.core.event.DocumentException;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import io.flowtide.core.join.PartName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Adds what objects say of who talks to whom to the hours that it belongs to. An object's part of an hour is named as its
 * parts of the slots of that hour are, and was written before them; it counts once, however often it is added.
 */
final class Dependencies {

    private static final Logger LOG = Logger.getLogger(Dependencies.class);

    private final DependencyHours hours;
    private final ObjectStore store;
    private final String lake;
    private final Workers workers;
    private final NewPairs newPairs;
    private final Tally tally;

    Dependencies(
            DependencyHours hours, ObjectStore store, String lake, Workers workers, NewPairs newPairs, Tally tally) {
        this.hours = hours;
        this.store = store;
        this.lake = lake;
        this.workers = workers;
        this.newPairs = newPairs;
        this.tally = tally;
    }

    /** @param parts the parts of slots that closed, or came late */
    void add(Collection<PartName> parts) {
        SortedMap<Instant, SortedMap<String, PartName>> byHour = new TreeMap<>();
        parts.forEach(part -> byHour.computeIfAbsent(
                        part.slot().start().truncatedTo(ChronoUnit.HOURS), absent -> new TreeMap<>())
                .put(part.hash(), part));
        byHour.forEach(this::add);
    }

    /** The object is written, and pairs are noticed, also when no part was missing: a crash may have kept us from it. */
    private void add(Instant hour, SortedMap<String, PartName> parts) {
        StoredHour stored = stored(hour, parts);
        if (!stored.pairs().isEmpty()) {
            String key = Keys.dependencies(hour);
            store.put(lake, key, new DependencyTable(hour, stored.parts().size(), stored.pairs()));
            newPairs.notice(stored.pairs(), key);
        }
    }

    /** When another closer added parts in the meantime, ours are added to what it made of the hour. */
    private StoredHour stored(Instant hour, SortedMap<String, PartName> parts) {
        StoredHour previous = hours.load(hour);
        Map<String, SortedMap<Pair, Traffic>> missing = missing(hour, parts, previous);
        StoredHour next = previous.plus(missing);
        while (!next.equals(previous) && !hours.store(hour, previous, next)) {
            previous = hours.load(hour);
            next = previous.plus(missing);
        }
        return next;
    }

    private Map<String, SortedMap<Pair, Traffic>> missing(
            Instant hour, SortedMap<String, PartName> parts, StoredHour stored) {
        Map<String, SortedMap<Pair, Traffic>> missing = new TreeMap<>();
        parts.keySet().stream()
                .filter(hash -> !stored.parts().contains(hash))
                .forEach(hash -> missing.put(hash, new TreeMap<>()));
        workers.each(missing.keySet(), hash -> Map.entry(hash, read(hour, parts.get(hash))))
                .forEach(read -> missing.put(read.getKey(), read.getValue()));
        return missing;
    }

    /** Empty when the object says nothing of it: metrics, or a flow log without addresses. */
    private SortedMap<Pair, Traffic> read(Instant hour, PartName part) {
        String key = Keys.dependencyPart(hour, part.source(), part.hash());
        try {
            return store.read(lake, key)
                    .map(json -> Documents.read(json, DependencyPart.class).traffic())
                    .orElseGet(TreeMap::new);
        } catch (DocumentException unreadable) {
            LOG.errorf("%s is left out: %s", key, unreadable.getMessage());
            tally.add(Tally.Count.UNREADABLE_PARTS, 1);
            return new TreeMap<>();
        }
    }
}
