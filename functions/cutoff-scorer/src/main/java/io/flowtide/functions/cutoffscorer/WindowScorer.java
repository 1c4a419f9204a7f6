package io.flowtide.functions.cutoffscorer;

import io.flowtide.aws.AnomalyTopic;
import io.flowtide.aws.Batch;
import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.FalseAlarms;
import io.flowtide.aws.IncidentStates;
import io.flowtide.aws.IncidentsTable;
import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.RunningMoments;
import io.flowtide.aws.Unheard;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.scoring.Family;
import io.flowtide.core.scoring.Findings;
import io.flowtide.core.scoring.IncidentPolicy;
import io.flowtide.core.series.SeriesId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** Scored windows in, incidents remembered, people told. */
@Singleton
public class WindowScorer {

    private static final Logger LOG = Logger.getLogger(WindowScorer.class);

    private final ObjectStore objects;
    private final IncidentPolicy policy;
    private final Judge judge;
    private final FalseAlarms falseAlarms;
    private final IncidentKeeper keeper;

    @Inject
    public WindowScorer(CutoffScorerConfig config, S3Client s3, DynamoDbClient dynamo, SnsClient sns, Clock clock) {
        String table = config.incidentsTable();
        this.objects = new ObjectStore(s3);
        this.policy = config.policy();
        this.judge = new Judge(config.policies(), new RunningMoments(dynamo, table));
        this.falseAlarms = new FalseAlarms(dynamo, table);
        this.keeper = new IncidentKeeper(
                new IncidentsTable(dynamo, table),
                new IncidentStates(dynamo, table),
                new Unheard(dynamo, table),
                new AnomalyTopic(sns, config.anomalyTopic()),
                config.policies(),
                clock);
    }

    /** Scores every series of a window; the failure of one does not stop the others. */
    void score(CreatedObject object) {
        Optional<ScoredWindow> window = objects.read(object.object(), ScoredWindow.class);
        if (window.isEmpty()) {
            LOG.infof("%s is gone: nothing to score", object);
            return;
        }
        score(window.get(), object.object());
    }

    private void score(ScoredWindow window, ObjectVersion object) {
        List<Findings> findings = new ArrayList<>();
        try {
            Batch.forEach(named(window), row -> findings.add(judge.findings(window, row.row(), object)));
        } finally {
            keep(window, findings);
        }
    }

    private void keep(ScoredWindow window, List<Findings> findings) {
        Family family = new Family(window, findings, policy);
        Batch.forEach(family.series(), series -> keeper.keep(related(family, series)));
    }

    /**
     * As a member of its family in this window, and of what is known of its totals from others; and only what people did
     * not call a false alarm. The family goes first: what moves with a false alarm is none either.
     */
    private Findings related(Family family, SeriesId series) {
        Findings findings = family.related(series);
        for (SeriesId total : family.totalsBefore(series)) {
            if (findings.isAudible()) {
                findings = family.following(findings, keeper.incidents(total));
            }
        }
        return findings.isAudible() ? findings.without(falseAlarms.of(series)) : findings;
    }

    /** A row that a failure can name. */
    private record NamedRow(ScoredWindow.Row row) {

        @Override
        public String toString() {
            return row.id().name();
        }
    }

    private static List<NamedRow> named(ScoredWindow window) {
        return window.series().stream().map(NamedRow::new).toList();
    }
}
