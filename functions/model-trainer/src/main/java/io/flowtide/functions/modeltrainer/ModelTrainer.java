package io.flowtide.functions.modeltrainer;

import io.flowtide.aws.Batch;
import io.flowtide.aws.ClosingTable;
import io.flowtide.aws.EmbeddedMetrics;
import io.flowtide.aws.ModelChoices;
import io.flowtide.aws.ModelChoices.LastTraining;
import io.flowtide.aws.SeriesTable;
import io.flowtide.core.join.Frontier;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.SeriesPattern;
import io.flowtide.core.series.TimeSeries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Trains the watched series that are due, those that wait longest first, in slices that fit into memory and while there is
 * time; the rest is left to the next time the schedule comes. A series that fails does not stop the others.
 */
@Singleton
public class ModelTrainer {

    private static final Logger LOG = Logger.getLogger(ModelTrainer.class);
    /** So many histories are held at once: a megabyte each for twelve weeks, with what is made of it. */
    private static final int SLICE = 20;
    /** A training is only begun with so much time left. */
    private static final long RESERVE = Duration.ofSeconds(60).toMillis();
    /** With less than this nothing can be compared. */
    private static final Duration SHORTEST = Duration.ofDays(14);

    private final TrainerConfig config;
    private final ClosingTable closing;
    private final SeriesTable table;
    private final ModelChoices choices;
    private final SeriesTraining training;
    private final SeriesPattern watched;

    @Inject
    public ModelTrainer(S3Client s3, DynamoDbClient dynamo, TrainerConfig config) {
        this.config = config;
        this.closing = new ClosingTable(dynamo, config.seriesTable());
        this.table = new SeriesTable(dynamo, config.seriesTable(), config.alertMaxAge());
        this.choices = new ModelChoices(dynamo, config.seriesTable());
        this.training = new SeriesTraining(s3, choices, config);
        this.watched = SeriesPattern.parse(config.watchedSeries());
    }

    /** A watched series that is to be trained, and when it was trained before. */
    private record Due(SeriesId series, Optional<LastTraining> before) {

        LocalDate waitsSince() {
            return before.map(LastTraining::day).orElse(LocalDate.MIN);
        }
    }

    /** The series are due from now on. */
    void request(TrainRequest request) {
        for (int shard = 0; shard < config.shards(); shard++) {
            table.known(shard).keySet().stream()
                    .filter(series ->
                            watched.includes(series) && request.series().includes(series))
                    .forEach(choices::forgetTraining);
        }
    }

    /** @throws io.flowtide.aws.BatchException when series failed; it names them */
    void trainDue(Instant now, TimeLeft left) {
        Frontier frontier = closing.load().frontier();
        if (frontier.closed().isEmpty()) {
            LOG.info("No slot is closed yet: nothing to learn from");
            return;
        }
        Instant end = frontier.closed().get().end();
        LocalDate day = LocalDate.ofInstant(end.isBefore(now) ? end : now, ZoneOffset.UTC);
        // What is chosen is in service from tomorrow on: the windows of a day that has begun keep their model.
        Schedule schedule =
                new Schedule(day, LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1));
        AtomicInteger waiting = new AtomicInteger();
        for (int shard = 0; shard < config.shards(); shard++) {
            trainDue(shard, schedule, frontier.historyVersion(), left, waiting);
        }
        if (waiting.get() > 0) {
            LOG.infof("%d series wait for the next run: this one has no time left", waiting.get());
        }
    }

    /**
     * @param trained the UTC day before whose start everything is learned
     * @param from the UTC day from which what is chosen is in service
     */
    record Schedule(LocalDate trained, LocalDate from) {}

    private void trainDue(int shard, Schedule schedule, long historyVersion, TimeLeft left, AtomicInteger waiting) {
        List<Due> due = due(shard, new LastTraining(schedule.trained(), historyVersion));
        for (int from = 0; from < due.size(); from += SLICE) {
            List<Due> slice = due.subList(from, Math.min(due.size(), from + SLICE));
            if (left.millis() < RESERVE) {
                waiting.addAndGet(slice.size());
                continue;
            }
            SortedMap<SeriesId, TimeSeries> histories = new HistoryReader(table, shard)
                    .read(slice.stream().map(Due::series).toList(), schedule.trained(), config.trainHistory());
            Batch.forEach(slice, next -> {
                if (left.millis() < RESERVE) {
                    waiting.incrementAndGet();
                } else {
                    train(histories.get(next.series()), schedule, historyVersion);
                }
            });
        }
    }

    private List<Due> due(int shard, LastTraining now) {
        Instant end = now.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        return table.known(shard).entrySet().stream()
                .filter(known -> watched.includes(known.getKey()))
                .filter(known ->
                        !known.getValue().first().start().plus(SHORTEST).isAfter(end))
                .map(known -> new Due(known.getKey(), choices.lastTraining(known.getKey())))
                .filter(series ->
                        series.before().filter(before -> isFresh(before, now)).isEmpty())
                .sorted(Comparator.comparing(Due::waitsSince).thenComparing(Due::series))
                .toList();
    }

    private boolean isFresh(LastTraining before, LastTraining now) {
        return before.historyVersion() == now.historyVersion()
                && before.day().plusDays(config.trainEvery().toDays()).isAfter(now.day());
    }

    private void train(TimeSeries history, Schedule schedule, long historyVersion) {
        boolean promoted = training.train(history, schedule, historyVersion);
        choices.trained(history.id(), new LastTraining(schedule.trained(), historyVersion));
        new EmbeddedMetrics("model-trainer", history.end())
                .count("ModelsTrained", 1)
                .count("ModelsPromoted", promoted ? 1 : 0)
                .property("series", history.id().name())
                .print();
    }
}
