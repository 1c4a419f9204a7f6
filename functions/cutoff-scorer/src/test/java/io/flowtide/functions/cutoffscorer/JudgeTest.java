package io.flowtide.functions.cutoffscorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.RunningMoments;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.scoring.CutOffs;
import io.flowtide.core.scoring.IncidentPolicy;
import io.flowtide.core.scoring.SeriesPolicies;
import io.flowtide.core.scoring.SeriesPolicies.SeriesPolicy;
import io.flowtide.core.scoring.Stretch;
import io.flowtide.core.scoring.Verdicts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import io.flowtide.standin.AwsTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Windows with a look-back of one day against the cut-off over everything: the same as one window of all days. */
@QuarkusTest
@WithTestResource(value = AwsTestResource.class, initArgs = @ResourceArg(name = "clients", value = "s3,dynamodb,sns"))
@WithTestResource(SnsTestResource.class)
class JudgeTest {

    private static final Instant DAY = Instant.parse("2026-11-16T00:00:00Z");
    private static final Duration WIDTH = Duration.ofHours(1);
    private static final int HOURS = 24;
    private static final int DAYS = 6;
    private static final ObjectVersion OBJECT = new ObjectVersion("lake", "scored/x.json", "");

    @Inject
    DynamoDbClient dynamo;

    private final double[] scores = new Random(5)
            .doubles(DAYS * HOURS)
            .map(number -> number * number * number)
            .toArray();

    private ScoredWindow window(String series, int start, int from, int to) {
        Values part = Values.of(scores).slice(start, to);
        Values values = part.map(score -> 100 + 100 * score);
        ScoredWindow.Row row = new ScoredWindow.Row(
                new SeriesId(series),
                new ScoredWindow.ModelVersion("tide", "1"),
                1,
                at(start),
                values,
                part.map(score -> 100.0),
                part.map(score -> 80.0),
                part.map(score -> 120.0),
                part,
                new TreeMap<>());
        return new ScoredWindow(
                Documents.SCHEMA, Origin.STREAM, 0, at(from), at(to), WIDTH, ZoneId.of("UTC"), List.of(row));
    }

    private static Instant at(int hour) {
        return DAY.plus(WIDTH.multipliedBy(hour));
    }

    private List<Instant> anomalies(Judge judge, ScoredWindow window) {
        return judge.findings(window, window.series().get(0), OBJECT).anomalies().stream()
                .map(Stretch::start)
                .toList();
    }

    @Test
    void batchNeedsNoHistory() {
        SeriesPolicies policies = SeriesPolicies.parse("", new SeriesPolicy(IncidentPolicy.DEFAULT, "batch:2"));
        Judge judge = new Judge(policies, new RunningMoments(dynamo, AwsTestResource.INCIDENTS));
        List<Instant> found = new ArrayList<>();
        for (int hour = 1; hour < DAYS * HOURS; hour++) {
            int start = Math.max(0, hour / HOURS - 1) * HOURS;
            ScoredWindow window = window("requests/batch-judge", start, hour, hour + 1);
            List<Instant> once = anomalies(judge, window);
            assertThat(anomalies(judge, window)).isEqualTo(once);
            found.addAll(once);
        }

        ScoredWindow whole = window("requests/whole", 0, 1, DAYS * HOURS);
        List<Instant> expected = new Verdicts(IncidentPolicy.DEFAULT.relevance())
                .of(whole, whole.series().get(0), OBJECT, CutOffs.parse("batch:2", "tide")).anomalies().stream()
                        .map(Stretch::start)
                        .toList();
        assertThat(found).isNotEmpty().isEqualTo(expected);
    }
}
