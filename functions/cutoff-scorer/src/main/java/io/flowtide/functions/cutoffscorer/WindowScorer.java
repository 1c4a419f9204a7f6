package io.flowtide.functions.cutoffscorer;

import io.flowtide.aws.Batch;
import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.IncidentsTable;
import io.flowtide.aws.IncidentsTable.Log;
import io.flowtide.aws.ObjectStore;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.scoring.CutOff;
import io.flowtide.core.scoring.CutOffs;
import io.flowtide.core.scoring.Findings;
import io.flowtide.core.scoring.IncidentTracker;
import io.flowtide.core.scoring.Verdicts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** Scored windows in, incidents remembered, people told. */
@Singleton
public class WindowScorer {

    /** One series of one window. */
    private record Task(ScoredWindow window, ScoredWindow.Row row, ObjectVersion object) {

        Log log() {
            boolean upload = window.origin() == Origin.UPLOAD;
            return new Log(row.id(), upload ? Optional.of(object.key()) : Optional.empty());
        }

        /** What a failure is named by. */
        @Override
        public String toString() {
            return row.id().name();
        }
    }

    private static final Logger LOG = Logger.getLogger(WindowScorer.class);

    private final ObjectStore objects;
    private final IncidentsTable table;
    private final IncidentLogs logs;
    private final Teller teller;
    private final String cutOff;
    private final Verdicts verdicts;
    private final IncidentTracker tracker;
    private final Clock clock;

    @Inject
    public WindowScorer(CutoffScorerConfig config, S3Client s3, DynamoDbClient dynamo, SnsClient sns, Clock clock) {
        this.objects = new ObjectStore(s3);
        this.table = new IncidentsTable(dynamo, config.incidentsTable());
        this.logs = new IncidentLogs(table);
        this.teller = new Teller(table, logs, new AnomalyTopic(sns, config.anomalyTopic()), clock);
        this.cutOff = config.cutoff();
        this.verdicts = new Verdicts(config.policy());
        this.tracker = new IncidentTracker(config.policy());
        this.clock = clock;
    }

    /** Scores every series of a window; the failure of one does not stop the others. */
    void score(CreatedObject object) {
        Optional<ScoredWindow> window = objects.read(object.object(), ScoredWindow.class);
        if (window.isEmpty()) {
            LOG.infof("%s is gone: nothing to score", object);
            return;
        }
        List<Task> tasks = window.get().series().stream()
                .map(row -> new Task(window.get(), row, object.object()))
                .toList();
        Batch.forEach(tasks, this::score);
    }

    private void score(Task task) throws InterruptedException {
        CutOff fresh = CutOffs.parse(
                cutOff, task.row().model().detector(), task.window().zone());
        Findings findings = verdicts.of(task.window(), task.row(), task.object(), fresh);
        Log log = task.log();
        IncidentLogs.Change change = logs.change(log, before -> tracker.update(before, findings, clock.instant()));
        FactSheet.of(change).forEach((incident, facts) -> table.describe(incident, change.version(), facts));
        if (!change.after().pending().isEmpty()) {
            teller.tell(log);
        }
    }
}
