package io.flowtide.functions.cutoffscorer;

import io.flowtide.aws.Batch;
import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.IncidentStates;
import io.flowtide.aws.IncidentsTable;
import io.flowtide.aws.ObjectStore;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.scoring.CutOff;
import io.flowtide.core.scoring.CutOffs;
import io.flowtide.core.scoring.Family;
import io.flowtide.core.scoring.Findings;
import io.flowtide.core.scoring.IncidentPolicy;
import io.flowtide.core.scoring.IncidentTracker;
import io.flowtide.core.scoring.Verdicts;
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
    private final String cutOff;
    private final IncidentPolicy policy;
    private final IncidentKeeper keeper;

    @Inject
    public WindowScorer(CutoffScorerConfig config, S3Client s3, DynamoDbClient dynamo, SnsClient sns, Clock clock) {
        this.objects = new ObjectStore(s3);
        this.cutOff = config.cutoff();
        this.policy = config.policy();
        this.keeper = new IncidentKeeper(
                new IncidentsTable(dynamo, config.incidentsTable()),
                new IncidentStates(dynamo, config.incidentsTable()),
                new AnomalyTopic(sns, config.anomalyTopic()),
                new IncidentTracker(policy),
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
            Batch.forEach(named(window), row -> findings.add(findings(window, row.row(), object)));
        } finally {
            keep(window, findings);
        }
    }

    private Findings findings(ScoredWindow window, ScoredWindow.Row row, ObjectVersion object) {
        CutOff fresh = CutOffs.parse(cutOff, row.model().detector(), window.zone());
        return new Verdicts(policy.relevance()).of(window, row, object, fresh);
    }

    private void keep(ScoredWindow window, List<Findings> findings) {
        Family family = new Family(window, findings, policy);
        Batch.forEach(findings.stream().map(Findings::series).toList(), series -> keeper.keep(family.related(series)));
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
