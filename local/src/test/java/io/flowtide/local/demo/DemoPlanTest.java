package io.flowtide.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.scoring.Direction;
import io.flowtide.core.synthetic.GeneratedFile;
import io.flowtide.core.synthetic.PlantedAnomaly;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:31:00Z");

    /** Every hour of a day. */
    static Stream<Instant> hours() {
        return IntStream.range(0, 24).mapToObj(hour -> NOW.plus(Duration.ofHours(hour)));
    }

    @ParameterizedTest
    @MethodSource("hours")
    void oneOfEachIsPlantedWithTimeBetweenThemWheneverTheDemoRuns(Instant now) {
        DemoPlan plan = DemoPlan.of(now, 28, 1);

        assertThat(plan.anomalies())
                .extracting(PlantedAnomaly::direction)
                .containsExactly(Direction.SILENCE, Direction.DIP, Direction.SPIKE);
        for (int i = 1; i < plan.anomalies().size(); i++) {
            Instant before = plan.anomalies().get(i - 1).end();
            assertThat(Duration.between(before, plan.anomalies().get(i).start()))
                    .isGreaterThan(Duration.ofHours(18));
        }
        assertThat(plan.anomalies().get(0).start()).isAfterOrEqualTo(plan.recent());
    }

    @Test
    void stepsThatFollowOnEachOtherAreOneAnomaly() {
        DemoPlan plan = DemoPlan.of(NOW, 28, 1);
        PlantedAnomaly climb = plan.anomalies().get(2);

        assertThat(plan.traffic().anomalies()).hasSize(6);
        assertThat(climb.start()).isEqualTo(Instant.parse("2026-11-22T00:30:00Z"));
        assertThat(climb.end()).isEqualTo(Instant.parse("2026-11-22T01:30:00Z"));
    }

    @Test
    void theFilesFollowOnEachOtherUpToNow() {
        DemoPlan plan = DemoPlan.of(NOW, 5, 1);

        assertThat(plan.end()).isEqualTo(Instant.parse("2026-11-22T03:30:00Z"));
        assertThat(last(plan.history()).end()).isEqualTo(plan.recent());
        assertThat(last(plan.lastDays()).end()).isEqualTo(plan.live());
        assertThat(last(plan.lastHours()).end()).isEqualTo(plan.end());
    }

    private static GeneratedFile last(Stream<GeneratedFile> files) {
        return files.reduce((before, next) -> next).orElseThrow();
    }
}
