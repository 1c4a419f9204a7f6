package io.flowtide.core.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The detectors that there are, the default first. */
enum DetectorKind {
    TIDE(TideDetector.NAME, TideDetector::new, TideDetector::restore, TideDetector.LEVELS),
    MEAN(MeanDetector.NAME, MeanDetector::new, MeanDetector::restore, MeanDetector.LEVELS),
    RCF("rcf", MeanDetector::new, MeanDetector::restore, MeanDetector.LEVELS);

    private final String id;
    private final Function<DetectorSettings, Detector> creator;
    private final Function<byte[], Detector> restorer;
    private final ScoreLevels levels;

    DetectorKind(
            String id,
            Function<DetectorSettings, Detector> creator,
            Function<byte[], Detector> restorer,
            ScoreLevels levels) {
        this.id = id;
        this.creator = creator;
        this.restorer = restorer;
        this.levels = levels;
    }

    static Optional<DetectorKind> named(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    Detector create(DetectorSettings settings) {
        return creator.apply(settings);
    }

    Detector restore(byte[] snapshot) {
        return restorer.apply(snapshot);
    }

    ScoreLevels levels() {
        return levels;
    }
}
