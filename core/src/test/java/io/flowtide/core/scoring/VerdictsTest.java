package io.flowtide.core.scoring;

import static io.flowtide.core.scoring.Windows.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.event.Documents;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private static final ObjectVersion SCORED = new ObjectVersion("lake", "scored/x.json", "");
    private static final double NONE = Double.NaN;

    /** Two buckets of context, then the news; 100 was expected throughout. */
    private static Findings findings(Relevance relevance, CutOff cutOff, Values values, Values scores) {
        Values expected = Values.constant(values.size(), 100);
        ScoredWindow.Row row = new ScoredWindow.Row(
                Windows.SERIES,
                new ScoredWindow.ModelVersion("tide", "20261121-h0"),
                0.5,
                at(0),
                values,
                expected,
                expected.map(value -> value - 10),
                expected.map(value -> value + 10),
                scores,
                new TreeMap<>());
        ScoredWindow window = new ScoredWindow(
                Documents.SCHEMA,
                Origin.STREAM,
                0,
                at(2),
                at(values.size()),
                Windows.WIDTH,
                Windows.ZONE,
                List.of(row));
        return new Verdicts(relevance).of(window, row, SCORED, cutOff);
    }

    private static Findings findings(Values values, Values scores) {
        return findings(Relevance.DEFAULT, CutOffs.parse("fixed:2", "tide"), values, scores);
    }

    @Test
    void onlyNewBucketsAreFindings() {
        Findings findings = findings(Values.of(900, 100, 300, 100), Values.of(9, 0, 4, 0));

        assertThat(findings.judged().ranges()).containsExactly(new Coverage.Range(at(2), at(4)));
        assertThat(findings.anomalies()).singleElement().satisfies(anomaly -> {
            assertThat(anomaly.start()).isEqualTo(at(2));
            assertThat(anomaly.excess()).isEqualTo(200);
            assertThat(anomaly.cutoff()).isEqualTo(2);
            assertThat(anomaly.severity()).isEqualTo(Severity.HIGH);
            assertThat(anomaly.direction()).isEqualTo(Direction.SPIKE);
        });
    }

    @Test
    void theContextTeachesTheCutOff() {
        Values values = Values.of(100, 100, 300);

        assertThat(findings(Relevance.DEFAULT, CutOffs.parse("batch", "tide"), values, Values.of(1, 1, 4))
                        .anomalies())
                .hasSize(1);
        assertThat(findings(Relevance.DEFAULT, CutOffs.parse("batch", "tide"), values, Values.of(NONE, 1, 4))
                        .anomalies())
                .isEmpty();
    }

    @Test
    void aGapIsNotJudged() {
        Findings findings = findings(Values.of(100, 100, NONE, 100), Values.of(0, 0, 9, 0));

        assertThat(findings.judged().ranges()).containsExactly(new Coverage.Range(at(3), at(4)));
        assertThat(findings.anomalies()).isEmpty();
    }

    @Test
    void aSmallDeviationIsNormalHoweverUnusual() {
        assertThat(findings(Values.of(100, 100, 119, 81, 120, 80), Values.of(0, 0, 9, 9, 9, 9))
                        .anomalies())
                .extracting(Stretch::start)
                .containsExactly(at(4), at(5));
    }

    @Test
    void aModelThatHasLearnedTooLittleRaisesNothing() {
        Relevance relevance = new Relevance(0.2, 0, 0.6, 1, QuietTimes.NONE);

        Findings findings =
                findings(relevance, CutOffs.parse("fixed:2", "tide"), Values.of(100, 100, 900), Values.of(0, 0, 9));

        assertThat(findings.anomalies()).isEmpty();
        assertThat(findings.judged().length()).isEqualTo(Windows.WIDTH);
    }

    @Test
    void aSmallDifferenceIsNormalHoweverUnusual() {
        Relevance relevance = new Relevance(0.2, 50, 0, 1, QuietTimes.NONE);

        assertThat(findings(
                                relevance,
                                CutOffs.parse("fixed:2", "tide"),
                                Values.of(100, 100, 149, 150),
                                Values.of(0, 0, 9, 9))
                        .anomalies())
                .extracting(Stretch::start)
                .containsExactly(at(3));
    }

    @Test
    void whatIsQuietIsKeptButNotTold() {
        QuietTimes quiet = new QuietTimes(new Coverage(List.of(new Coverage.Range(at(2), at(3)))), Optional.empty());
        Relevance relevance = new Relevance(0.2, 0, 0, 1, quiet);

        assertThat(findings(
                                relevance,
                                CutOffs.parse("fixed:2", "tide"),
                                Values.of(100, 100, 900, 900),
                                Values.of(0, 0, 9, 9))
                        .anomalies())
                .extracting(anomaly -> anomaly.audible().buckets())
                .containsExactly(0, 1);
    }

    @Test
    void aPolicyThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new Relevance(-0.1, 0, 0, 1, QuietTimes.NONE)).hasMessageContaining("-0.1");
        assertThatThrownBy(() -> new Relevance(0, 0, 2, 1, QuietTimes.NONE)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> new IncidentPolicy(Relevance.DEFAULT, 0, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("at least 1 bucket");
    }
}
