package io.flowtide.functions.cutoffscorer;

import io.flowtide.core.scoring.IncidentPolicy;
import io.flowtide.core.scoring.KnownDays;
import io.flowtide.core.scoring.QuietTimes;
import io.flowtide.core.scoring.QuietTimes.Nights;
import io.flowtide.core.scoring.Relevance;
import io.flowtide.core.scoring.SeriesPolicies;
import io.flowtide.core.scoring.SeriesPolicies.SeriesPolicy;
import io.flowtide.core.scoring.Severity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

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

    /** The least distance from the expected value that is worth telling, in units of the series. */
    @WithDefault("0")
    double minimumDifference();

    /** How many anomalous buckets make an incident. */
    @WithDefault("1")
    int minimumBuckets();

    /** Planned times in which anomalies are kept but not told: {@code 2026-11-24T20:00:00Z/PT2H,…}. */
    Optional<String> maintenance();

    /** The hours of each day in which only the gravest anomalies are told: {@code 22:00-06:00}, local time. */
    Optional<String> quietHours();

    /** From which severity on anomalies are told even in quiet hours. */
    @WithDefault("HIGH")
    Severity quietUnless();

    /** Days that are known to be unlike others, on which anomalies are kept but not told: {@code 2026-11-27,12-24}. */
    Optional<String> knownDays();

    /** From which severity on anomalies are told at all; what stays below is left to the digest of the day. */
    @WithDefault("LOW")
    Severity minimumSeverity();

    /** What is different for some series: {@code bytes/* deviation=0.5 buckets=3; …}. */
    Optional<String> seriesPolicies();

    /** How much the model must have learned, 0 to 1. */
    @WithDefault("0")
    double minimumConfidence();

    /** How many normal buckets make a recovery. */
    @WithDefault("3")
    int recoveryBuckets();

    /** An anomalous bucket that follows within this time still belongs to the incident. */
    @WithDefault("PT1H")
    Duration incidentRest();

    /** What holds for each series. */
    default SeriesPolicies policies() {
        return SeriesPolicies.parse(seriesPolicies().orElse(""), new SeriesPolicy(policy(), cutoff()));
    }

    /** What holds where nothing else is said. */
    default IncidentPolicy policy() {
        QuietTimes quiet = new QuietTimes(
                QuietTimes.maintenance(maintenance().orElse("")),
                quietHours().map(hours -> Nights.parse(hours, quietUnless())),
                KnownDays.parse(knownDays().orElse("")),
                minimumSeverity());
        Relevance relevance =
                new Relevance(minimumDeviation(), minimumDifference(), minimumConfidence(), minimumBuckets(), quiet);
        return new IncidentPolicy(relevance, recoveryBuckets(), incidentRest(), alertMaxAge());
    }
}
