package io.flowtide.functions.modelinvoke;

import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.ModelChoices;
import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.SeriesTable;
import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.series.SeriesPattern;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Joined windows in, scored windows out. */
@Singleton
public class ModelInvoke {

    private static final Logger LOG = Logger.getLogger(ModelInvoke.class);
    /** A fraction of what the function has. */
    private static final long CACHE = 64L << 20;

    private final ObjectStore objects;
    private final SeriesTable table;
    private final SnapshotCache cache = new SnapshotCache(CACHE);
    private final String detector;
    private final SeriesPattern watched;
    private final HolidayCalendar holidays;
    private final Choices choices;
    private final Remotes remotes;

    @Inject
    public ModelInvoke(S3Client s3, DynamoDbClient dynamo, ModelInvokeConfig config) {
        this.objects = new ObjectStore(s3);
        this.table = new SeriesTable(dynamo, config.seriesTable(), config.alertMaxAge());
        this.detector = config.detector();
        this.watched = SeriesPattern.parse(config.watchedSeries());
        this.holidays = HolidayCalendar.parse(config.holidays().orElse(""));
        this.choices = config.useTrained()
                ? new Choices(new ModelChoices(dynamo, config.seriesTable())::inService)
                : Choices.none();
        this.remotes = new Remotes(config.backends().orElse(""), config.endpointTimeout());
    }

    void score(CreatedObject object) {
        Optional<JoinedWindow> window = objects.read(object.object(), JoinedWindow.class);
        if (window.isEmpty()) {
            LOG.infof("%s is gone: nothing to score", object);
            return;
        }
        ScoredWindow scored = scorer(object.bucket(), window.get().shard()).score(window.get());
        objects.put(object.bucket(), Keys.scored(object.key()), scored);
    }

    private WindowScorer scorer(String lake, int shard) {
        History history = new ShardHistory(table, shard);
        Models models = new Models(cache, new LakeSnapshots(objects, lake), history);
        return new WindowScorer(detector, watched, holidays, choices, models, remotes.open(history));
    }
}
