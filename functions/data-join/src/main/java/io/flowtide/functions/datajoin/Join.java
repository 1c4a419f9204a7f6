package io.flowtide.functions.datajoin;

import io.flowtide.aws.AnomalyTopic;
import io.flowtide.aws.Batch;
import io.flowtide.aws.ClosingTable;
import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.DependencyHours;
import io.flowtide.aws.KnownPairs;
import io.flowtide.aws.Lease;
import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.PendingParts;
import io.flowtide.aws.SeriesTable;
import io.flowtide.aws.Trigger;
import io.flowtide.core.dependency.NewPairRules;
import io.flowtide.core.event.Keys;
import io.flowtide.core.join.Closing;
import io.flowtide.core.join.PartName;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** One invocation of data-join. */
final class Join {

    private static final Logger LOG = Logger.getLogger(Join.class);
    static final Duration LEASE = Duration.ofSeconds(15);

    private final Arrivals arrivals;
    private final Uploads uploads;
    private final Closer closer;
    private final Tally tally = new Tally();
    private final Clock clock;
    private Optional<ClosingTable.State> latest = Optional.empty();

    Join(S3Client s3, DynamoDbClient dynamo, SnsClient sns, JoinConfig config, Workers workers, Clock clock) {
        this(s3, dynamo, sns, config, workers, clock, LEASE);
    }

    /** @param leaseLength how long a closer that died keeps the others waiting */
    Join(
            S3Client s3,
            DynamoDbClient dynamo,
            SnsClient sns,
            JoinConfig config,
            Workers workers,
            Clock clock,
            Duration leaseLength) {
        this.clock = clock;
        ObjectStore store = new ObjectStore(s3);
        String lake = config.lakeBucket();
        String name = config.seriesTable();
        ClosingTable table = new ClosingTable(dynamo, name);
        PendingParts pending = new PendingParts(dynamo, name);
        SeriesTable series = new SeriesTable(dynamo, name, config.alertMaxAge());
        PartReader reader = new PartReader(store, lake, pending, tally);
        SlotStore slots = new SlotStore(series, reader, workers, config.shards());
        HandOn handOn = new HandOn(store, lake, series, config.shards(), config.calendar(), tally);
        Lease lease = new Lease(dynamo, name, "closer", UUID.randomUUID().toString(), leaseLength, clock);
        arrivals = new Arrivals(table, pending, config.rules());
        uploads = new Uploads(store, lake, config.calendar(), tally);
        NewPairs newPairs = new NewPairs(
                new KnownPairs(dynamo, name),
                new NewPairRules(config.pairLearning(), config.alertMaxAge()),
                config.anomalyTopic().map(topic -> new AnomalyTopic(sns, topic)),
                lake,
                config.zone(),
                clock,
                tally);
        Optional<Dependencies> dependencies = config.services()
                .map(map -> new Dependencies(new DependencyHours(dynamo, name), store, lake, workers, newPairs, tally));
        closer = new Closer(
                table, pending, slots, dependencies, handOn, new Closing(config.rules()), lease, clock, tally);
    }

    void handle(Trigger trigger, Deadline deadline) {
        try {
            if (trigger instanceof Trigger.Objects created) {
                created(created, deadline);
            } else if (trigger instanceof Trigger.Tick) {
                closer.closeDueAndAddLate(deadline);
            } else {
                LOG.infof("Nothing to do: %s", trigger);
            }
        } finally {
            tally.tell(clock);
        }
    }

    private void created(Trigger.Objects created, Deadline deadline) {
        try {
            Batch.forEach(created.objects(), this::take);
        } finally {
            // Also when a neighbour failed.
            latest.ifPresent(state -> closer.closeDue(state, deadline));
        }
    }

    private void take(CreatedObject object) throws IOException {
        MDC.put("source", object.toString());
        try {
            Optional<PartName> part = PartName.parse(object.key());
            if (part.isPresent()) {
                latest = Optional.of(arrivals.arrived(part.get(), object));
            } else if (object.key().startsWith(Keys.TESTDATA)) {
                uploads.uploaded(object);
            } else {
                LOG.infof("%s is left alone: it is neither a part of a slot nor an upload", object);
            }
        } finally {
            MDC.remove("source");
        }
    }

    Tally tally() {
        return tally;
    }
}
