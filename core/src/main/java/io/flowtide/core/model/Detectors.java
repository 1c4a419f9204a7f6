package io.flowtide.core.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes and restores the detectors by the names that stand in the configuration. Options follow a colon:
 * {@code rcf:shingle=8,trees=50} (see {@link RcfOptions}).
 */
public final class Detectors {

    /** The detector that nobody has to choose. */
    public static final String DEFAULT = "tide";

    private static final char OPTIONS = ':';
    private static final ScoreLevels DEVIATIONS = new ScoreLevels(3, 4.5, 6);

    private Detectors() {}

    /** All names, the default first. */
    public static List<String> names() {
        return Arrays.stream(DetectorKind.values()).map(DetectorKind::id).toList();
    }

    /**
     * A detector that has not seen anything yet.
     *
     * @throws IllegalArgumentException when there is no detector of this name, or it does not take these options; the
     *     message lists those that there are
     */
    public static Detector create(String name, DetectorSettings settings) {
        int colon = name.indexOf(OPTIONS);
        return find(name).create(settings, colon < 0 ? "" : name.substring(colon + 1));
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

    /**
     * Where the scores of a detector begin to be of each severity.
     *
     * @param name one of {@link #names()}, or {@code kind@endpoint}: those score in standard deviations
     */
    public static ScoreLevels levels(String name) {
        return isEndpoint(name) ? DEVIATIONS : find(name).levels();
    }

    /** Whether the name is that of a model at an endpoint, {@code rcf@my-endpoint}; it can't be created or restored here. */
    public static boolean isEndpoint(String name) {
        return name.indexOf('@') > 0;
    }

    private static DetectorKind find(String name) {
        int colon = name.indexOf(OPTIONS);
        Optional<DetectorKind> found = DetectorKind.named(colon < 0 ? name : name.substring(0, colon));
        return found.orElseThrow(() -> new IllegalArgumentException(
                "There is no detector '" + name + "'; there are " + String.join(", ", names())));
    }
}
