package io.flowtide.functions.modelinvoke;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.training.ModelChoice;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Which model is in service for a series on a day. Asked once per series and day, since a day that has begun keeps its
 * models; those of other days are forgotten.
 */
final class Choices {

    private static final int MOST = 10_000;

    private final BiFunction<SeriesId, LocalDate, Optional<ModelChoice>> source;
    private final Map<Key, Optional<ModelChoice>> known = new HashMap<>();

    private record Key(SeriesId series, LocalDate day) {}

    Choices(BiFunction<SeriesId, LocalDate, Optional<ModelChoice>> source) {
        this.source = source;
    }

    /** Nothing was ever trained. */
    static Choices none() {
        return new Choices((series, day) -> Optional.empty());
    }

    synchronized Optional<ModelChoice> inService(SeriesId series, LocalDate day) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(new Key(series, day), key -> source.apply(key.series(), key.day()));
    }
}
