package io.flowtide.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every layout that was ever written is still read: snapshots lie in the lake when a new version comes. */
class TideSnapshotTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");

    @Test
    void theFirstLayoutKnowsThePatternAndBeginsAForest() throws IOException {
        Detector detector = restored("tide-1");
        List<Double> expected = numbers("tide-1.expected.txt");
        for (int i = 0; i < expected.size(); i++) {
            assertThat(next(detector, 400 + i).expected()).isCloseTo(expected.get(i), within(1e-9));
        }
        assertThat(Detectors.restore("tide", detector.snapshot()).snapshot()).isEqualTo(detector.snapshot());
    }

    @Test
    void theSecondLayoutGoesOnAsItWas() throws IOException {
        Detector detector = restored("tide-2");
        List<Double> scores = numbers("tide-2.scores.txt");
        for (int i = 0; i < scores.size(); i++) {
            assertThat(next(detector, 60 + i).score()).isCloseTo(scores.get(i), within(1e-9));
        }
    }

    private static Judgement next(Detector detector, int hour) {
        double wave = 500 + 400 * StrictMath.sin(2 * Math.PI * hour / 24);
        double value = Math.rint(wave + 10 * new Random(hour).nextGaussian());
        return detector.next(MONDAY.plus(Duration.ofHours(hour)), value);
    }

    private static Detector restored(String name) throws IOException {
        return Detectors.restore("tide", Base64.getMimeDecoder().decode(resource(name + ".snapshot.base64")));
    }

    private static List<Double> numbers(String name) throws IOException {
        return resource(name).lines().map(Double::valueOf).toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = TideSnapshotTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
