package io.flowtide.core.csv;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes one series of a file that may hold several. */
final class SeriesChoice {

    private static final int MOST_NAMES = 20;

    private final Optional<String> wanted;
    private final Set<String> seen = new TreeSet<>();
    private Optional<String> taken;

    SeriesChoice(Optional<String> wanted) {
        this.wanted = wanted;
        this.taken = wanted;
    }

    boolean takes(String series) {
        if (taken.isEmpty()) {
            taken = Optional.of(series);
        }
        if (seen.size() < MOST_NAMES) {
            seen.add(series);
        }
        return taken.get().equals(series);
    }

    /** Whether it is open which series is meant, or the one that is meant is not there. */
    Optional<String> damage() {
        if (wanted.isEmpty() && seen.size() > 1) {
            return Optional.of("The file holds several series, say which one is meant: " + names());
        }
        if (wanted.isPresent() && !seen.isEmpty() && !seen.contains(wanted.get()) && seen.size() < MOST_NAMES) {
            return Optional.of("The file holds no series '" + wanted.get() + "', but " + names());
        }
        return Optional.empty();
    }

    private String names() {
        return String.join(", ", seen) + (seen.size() == MOST_NAMES ? ", …" : "");
    }
}
