package io.flowtide.functions.forecaster;

import io.flowtide.aws.ClosingTable;
import io.flowtide.aws.ModelChoices;
import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.SeriesTable;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.SeriesForecast;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.Forecasters;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.SeriesPattern;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Closed slots in, forecasts out. The same closed slots give the same documents under the same keys. */
@Singleton
public class Forecasting {

    private static final Logger LOG = Logger.getLogger(Forecasting.class);
    /** Six weeks: what is older says little about the next days. */
    private static final Duration LEARNED = Duration.ofDays(42);

    private final ObjectStore objects;
    private final SeriesTable table;
    private final ClosingTable closing;
    private final ModelChoices choices;
    private final ForecasterConfig config;
    private final SeriesPattern watched;
    private final SeriesCalendar calendar;

    @Inject
    public Forecasting(S3Client s3, DynamoDbClient dynamo, ForecasterConfig config) {
        this.objects = new ObjectStore(s3);
        this.table = new SeriesTable(dynamo, config.seriesTable(), config.alertMaxAge());
        this.closing = new ClosingTable(dynamo, config.seriesTable());
        this.choices = new ModelChoices(dynamo, config.seriesTable());
        this.config = config;
        this.watched = SeriesPattern.parse(config.watchedSeries());
        this.calendar = config.calendar();
        Forecasters.create(config.forecaster());
    }

    /** Forecasts every watched series from the last closed slot on. */
    void run() {
        Optional<Slot> closed = closing.load().frontier().closed();
        if (closed.isEmpty()) {
            LOG.info("Nothing is closed yet: nothing to forecast from");
            return;
        }
        Instant origin = closed.get().end();
        for (int shard = 0; shard < config.shards(); shard++) {
            table.history(shard, origin.minus(LEARNED), origin).forEach(this::forecastIfWatched);
        }
    }

    private void forecastIfWatched(SeriesId series, TimeSeries history) {
        if (watched.includes(series)) {
            forecast(known(history));
        }
    }

    /** What lies before the first value is not a gap: there was nothing yet. */
    private static TimeSeries known(TimeSeries history) {
        int first = 0;
        while (first < history.size() && history.values().isMissing(first)) {
            first++;
        }
        return history.between(history.time(first), history.end());
    }

    private void forecast(TimeSeries history) {
        if (history.values().isEmpty()) {
            LOG.infof("There is no value of %s in the last %d days", history.id(), LEARNED.toDays());
            return;
        }
        Optional<SeriesForecast> made = attempt(forecaster(history), history);
        // A forecaster that was chosen by a training may need more than there is by now.
        made.or(() -> attempt(Forecasters.DEFAULT, history))
                .ifPresent(forecast ->
                        objects.put(config.lakeBucket(), Keys.forecast(history.id(), forecast.from()), forecast));
    }

    private String forecaster(TimeSeries history) {
        LocalDate day = LocalDate.ofInstant(history.end(), ZoneOffset.UTC);
        return config.useTrained()
                ? choices.inService(history.id(), day)
                        .map(choice -> choice.inService().forecaster())
                        .orElse(config.forecaster())
                : config.forecaster();
    }

    private Optional<SeriesForecast> attempt(String forecaster, TimeSeries history) {
        int steps = (int) config.forecastHorizon().dividedBy(history.width());
        try {
            Forecast forecast = Forecasters.create(forecaster).forecast(history, calendar, steps);
            return Optional.of(new SeriesForecast(
                    Documents.SCHEMA,
                    history.id(),
                    calendar.zone(),
                    forecast.start(),
                    forecast.width(),
                    forecaster,
                    forecast.mean(),
                    forecast.deviation()));
        } catch (IllegalArgumentException tooShort) {
            LOG.warnf("%s can't forecast %s: %s", forecaster, history.id(), tooShort.getMessage());
            return Optional.empty();
        }
    }
}
