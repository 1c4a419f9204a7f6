package io.flowtide.functions.cutoffscorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.scoring.Coverage;
import io.flowtide.core.scoring.IncidentPolicy;
import io.flowtide.core.scoring.QuietTimes;
import io.flowtide.core.scoring.QuietTimes.Nights;
import io.flowtide.core.scoring.Relevance;
import io.flowtide.core.scoring.Severity;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CutoffScorerConfigTest {

    private static CutoffScorerConfig read(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("FLOWTIDE_INCIDENTS_TABLE", "incidents");
        all.put("FLOWTIDE_ANOMALY_TOPIC", "arn");
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(all, 300))
                .withMapping(CutoffScorerConfig.class)
                .build()
                .getConfigMapping(CutoffScorerConfig.class);
    }

    @Test
    void nobodyHasToSetAnything() {
        assertThat(read(Map.of()).policy()).isEqualTo(IncidentPolicy.DEFAULT);
        assertThat(read(Map.of()).cutoff()).isEqualTo("default");
    }

    @Test
    void everythingCanBeSet() {
        CutoffScorerConfig config = read(Map.ofEntries(
                Map.entry("FLOWTIDE_CUTOFF", "daily:3"),
                Map.entry("FLOWTIDE_ALERT_MAX_AGE", "P4D"),
                Map.entry("FLOWTIDE_MINIMUM_DEVIATION", "0.5"),
                Map.entry("FLOWTIDE_MINIMUM_DIFFERENCE", "10"),
                Map.entry("FLOWTIDE_MINIMUM_CONFIDENCE", "0.3"),
                Map.entry("FLOWTIDE_MINIMUM_BUCKETS", "2"),
                Map.entry("FLOWTIDE_MAINTENANCE", "2026-11-24T20:00:00Z/PT2H"),
                Map.entry("FLOWTIDE_QUIET_HOURS", "22:00-06:00"),
                Map.entry("FLOWTIDE_QUIET_UNLESS", "MEDIUM"),
                Map.entry("FLOWTIDE_RECOVERY_BUCKETS", "4"),
                Map.entry("FLOWTIDE_INCIDENT_REST", "PT30M")));

        Instant start = Instant.parse("2026-11-24T20:00:00Z");
        Coverage maintenance = new Coverage(List.of(new Coverage.Range(start, start.plus(Duration.ofHours(2)))));
        Nights nights = new Nights(LocalTime.of(22, 0), LocalTime.of(6, 0), Severity.MEDIUM);
        Relevance relevance = new Relevance(0.5, 10, 0.3, 2, new QuietTimes(maintenance, Optional.of(nights)));
        assertThat(config.policy())
                .isEqualTo(new IncidentPolicy(relevance, 4, Duration.ofMinutes(30), Duration.ofDays(4)));
        assertThat(config.cutoff()).isEqualTo("daily:3");
    }
}
