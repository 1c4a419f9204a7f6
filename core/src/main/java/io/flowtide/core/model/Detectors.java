package io.flowtide.core.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes and restores the detectors by the names that stand in the configuration. */
public final class Detectors {

    /** The detector that nobody has to choose. */
    public static final String DEFAULT = "tide";

    private Detectors() {}

    /** All names, the default first. */
    public static List<String> names() {
        return Arrays.stream(DetectorKind.values()).map(DetectorKind::id).toList();
    }

    /**
     * A detector that has not seen anything yet.
     *
     * @throws IllegalArgumentException when there is no detector of this name; the message lists those that there are
     */
    public static Detector create(String name, DetectorSettings settings) {
        return find(name).create(settings);
    }

    /**
     * The detector that wrote {@code snapshot}, which goes on as if it had never stopped.
     *
     * @throws IllegalArgumentException when there is no detector of this name
     * @throws SnapshotException when the bytes are no snapshot of that detector, or a newer version wrote them
     */
    public static Detector restore(String name, byte[] snapshot) {
        return find(name).restore(snapshot);
    }

    /** Where the scores of a detector begin to be of each severity. */
    public static ScoreLevels levels(String name) {
        return find(name).levels();
    }

    private static DetectorKind find(String name) {
        Optional<DetectorKind> found = DetectorKind.named(name);
        return found.orElseThrow(() -> new IllegalArgumentException(
                "There is no detector '" + name + "'; there are " + String.join(", ", names())));
    }
}
