package io.flowtide.endtoend;

import io.flowtide.local.Suite;
import io.flowtide.local.lambda.FunctionState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Kills every stage once with {@code kill -9} at the worst moment: its output is out, and it has not come to its end. For
 * the notifier that is between one channel and the next.
 */
final class Killer {

    /** Which stage has just published when this topic hears something. */
    private static final Map<String, String> PUBLISHER = new LinkedHashMap<>(Map.of(
            "aggregated-ready", "flowlog-aggregator",
            "joined-ready", "data-join",
            "scored-ready", "model-invoke",
            "anomaly-detected", "cutoff-scorer"));

    private static final String NOTIFIER = "notifier";

    private final Suite suite;
    private final Set<String> killed = ConcurrentHashMap.newKeySet();

    private Killer(Suite suite) {
        this.suite = suite;
    }

    static Killer letLoose(Suite suite) {
        Killer killer = new Killer(suite);
        suite.listen((topic, message) -> killer.publisher(topic).ifPresent(killer::killOnce));
        suite.slack().duringNext(() -> killer.killOnce(NOTIFIER));
        return killer;
    }

    private Optional<String> publisher(String topic) {
        return PUBLISHER.entrySet().stream()
                .filter(entry -> topic.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void killOnce(String function) {
        if (killed.add(function)) {
            suite.functions().stream()
                    .filter(state -> state.name().equals(function))
                    .flatMap(state -> state.processes().stream())
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .forEach(Killer::kill);
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    Set<String> killed() {
        return Set.copyOf(killed);
    }

    /** How many attempts of each stage have failed so far. */
    Map<String, Long> failures() {
        Map<String, Long> failures = new LinkedHashMap<>();
        for (FunctionState state : suite.functions()) {
            if (killed.contains(state.name())) {
                failures.put(state.name(), state.failed());
            }
        }
        return failures;
    }
}
