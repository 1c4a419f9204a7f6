package io.flowtide.functions.cutoffscorer;

import io.flowtide.core.scoring.IncidentPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the environment tells the cutoff-scorer ({@code FLOWTIDE_…}). */
@ConfigMapping(prefix = "flowtide")
public interface CutoffScorerConfig {

    /** The table that remembers the incidents. */
    String incidentsTable();

    /** The ARN of the topic that tells people. */
    String anomalyTopic();

    /** The cut-off: {@code default} is the detector's own. */
    @WithDefault("default")
    String cutoff();

    /** Older buckets raise nothing, except in an upload. */
    @WithDefault("PT24H")
    Duration alertMaxAge();

    /** The least distance from the expected value that is worth telling, as a share of that value. */
    @WithDefault("0.2")
    double minimumDeviation();

    /** How much the model must have learned, 0 to 1. */
    @WithDefault("0")
    double minimumConfidence();

    /** How many normal buckets make a recovery. */
    @WithDefault("3")
    int recoveryBuckets();

    /** An anomalous bucket that follows within this time still belongs to the incident. */
    @WithDefault("PT1H")
    Duration incidentRest();

    default IncidentPolicy policy() {
        return new IncidentPolicy(
                minimumDeviation(), minimumConfidence(), recoveryBuckets(), incidentRest(), alertMaxAge());
    }
}
