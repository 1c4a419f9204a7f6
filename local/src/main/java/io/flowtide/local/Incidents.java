package io.flowtide.local;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.DocumentException;
import io.flowtide.core.event.Documents;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The incidents that the suite has published, with all states of each. */
public final class Incidents {

    private final Map<String, SortedMap<Integer, AnomalyDetected>> states = new ConcurrentSkipListMap<>();

    /** Hears a message of any topic, and keeps it when it tells the state of an incident. */
    void hear(String topic, String message) {
        if (topic.endsWith("anomaly-detected")) {
            try {
                add(Documents.read(message.getBytes(StandardCharsets.UTF_8), AnomalyDetected.class));
            } catch (DocumentException unreadable) {
                // The notifier gets it too, fails, and so it ends in the dead letters, where people see it.
            }
        }
    }

    private void add(AnomalyDetected state) {
        states.compute(state.incident(), (id, known) -> {
            SortedMap<Integer, AnomalyDetected> all = known == null ? new TreeMap<>() : new TreeMap<>(known);
            all.put(state.revision(), state);
            return all;
        });
    }

    /** For each incident, in order of their starts, its states in order. */
    public List<List<AnomalyDetected>> all() {
        return states.values().stream()
                .map(SortedMap::values)
                .<List<AnomalyDetected>>map(Incidents::copy)
                .sorted(Comparator.comparing(all -> all.get(0).start()))
                .toList();
    }

    private static List<AnomalyDetected> copy(Collection<AnomalyDetected> values) {
        return List.copyOf(values);
    }
}
