package io.flowtide.core.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The detectors that there are, the default first. */
enum DetectorKind {
    TIDE(TideDetector.NAME, TideDetector.LEVELS, without(TideDetector::new), TideDetector::restore),
    SEASONAL(SeasonalDetector.NAME, SeasonalDetector.LEVELS, without(SeasonalDetector::new), SeasonalDetector::restore),
    MEAN(MeanDetector.NAME, MeanDetector.LEVELS, without(MeanDetector::new), MeanDetector::restore),
    RCF(
            RcfDetector.NAME,
            RcfDetector.LEVELS,
            (settings, options) -> new RcfDetector(settings, RcfOptions.parse(options)),
            RcfDetector::restore);

    private final String id;
    private final ScoreLevels levels;
    private final BiFunction<DetectorSettings, String, Detector> creator;
    private final Function<byte[], Detector> restorer;

    DetectorKind(
            String id,
            ScoreLevels levels,
            BiFunction<DetectorSettings, String, Detector> creator,
            Function<byte[], Detector> restorer) {
        this.id = id;
        this.levels = levels;
        this.creator = creator;
        this.restorer = restorer;
    }

    /** A detector that has no options. */
    private static BiFunction<DetectorSettings, String, Detector> without(
            Function<DetectorSettings, Detector> creator) {
        return (settings, options) -> {
            if (!options.isEmpty()) {
                throw new IllegalArgumentException("This detector takes no options, but was given '" + options + "'");
            }
            return creator.apply(settings);
        };
    }

    static Optional<DetectorKind> named(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    Detector create(DetectorSettings settings, String options) {
        return creator.apply(settings, options);
    }

    Detector restore(byte[] snapshot) {
        return restorer.apply(snapshot);
    }

    ScoreLevels levels() {
        return levels;
    }
}
