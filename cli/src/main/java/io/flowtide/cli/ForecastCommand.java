package io.flowtide.cli;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.csv.Numbers;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.Forecaster;
import io.flowtide.core.model.Forecasters;
import io.flowtide.core.model.holtwinters.Decomposition;
import io.flowtide.core.model.holtwinters.HoltWintersForecaster;
import io.flowtide.core.model.holtwinters.Seasons;
import io.flowtide.core.series.Durations;
import io.flowtide.core.series.TimeSeries;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "forecast",
        description = {
            "Says what comes next.",
            "",
            "Prints CSV: Timestamp,Value,Std; one row per bucket from the end of the file on, with the expected value and "
                    + "its standard deviation.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  flowtide forecast --horizon 7d --holidays DE-BY --chart week.png requests.csv > forecast.csv",
            "  flowtide aggregate logs/ | flowtide forecast --horizon 24h --zone Europe/Berlin -"
        })
final class ForecastCommand implements Callable<Integer> {

    private static final int DECIMALS = 4;
    private static final long MOST_STEPS = 1_000_000;

    /** The names for the help. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Forecasters.names().iterator();
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private SeriesSource source;

    @Option(
            names = "--horizon",
            paramLabel = "TIME",
            defaultValue = "24h",
            description = "How far ahead: 24h, 7d, … (default: ${DEFAULT-VALUE}).")
    private Duration horizon;

    @Option(
            names = {"--forecaster", "--model"},
            paramLabel = "NAME",
            defaultValue = Forecasters.DEFAULT,
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(names = "--chart", paramLabel = "FILE.png", description = "Draw the end of the history and the forecast.")
    private Optional<Path> chart = Optional.empty();

    @Option(
            names = "--decompose",
            paramLabel = "FILE.png",
            description =
                    "Draw trend, season and residual of the history as well, as Holt-Winters takes it apart: with both "
                            + "seasons, or with the one of the forecaster hw-daily or hw-weekly.")
    private Optional<Path> decomposition = Optional.empty();

    @Mixin
    private CalendarOptions holidays;

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    ForecastCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        Forecaster forecaster = forecaster();
        SeriesCalendar calendar = new SeriesCalendar(source.zone(), holidays.calendar());
        SeriesSource.Loaded loaded = source.load(surroundings);
        surroundings.out().print("Timestamp,Value,Std\n");
        if (!loaded.series().values().isEmpty()) {
            Forecast forecast = forecast(forecaster, loaded.series(), calendar);
            print(forecast);
            draw(loaded.series(), forecast, calendar);
        }
        return loaded.exitCode();
    }

    private Forecaster forecaster() {
        try {
            return Forecasters.create(name);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage() + ".");
        }
    }

    private Forecast forecast(Forecaster forecaster, TimeSeries series, SeriesCalendar calendar)
            throws BadInputException {
        try {
            return forecaster.forecast(series, calendar, steps(series.width()));
        } catch (IllegalArgumentException tooShort) {
            throw new BadInputException(source.name() + ": " + tooShort.getMessage());
        }
    }

    /** The buckets that begin within the horizon. */
    private int steps(Duration width) {
        long steps = horizon.plus(width).minusNanos(1).dividedBy(width);
        if (steps > MOST_STEPS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A horizon of " + Durations.format(horizon) + " is " + steps + " buckets; take a shorter one.");
        }
        return (int) steps;
    }

    private void print(Forecast forecast) {
        for (int i = 0; i < forecast.size(); i++) {
            String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    forecast.time(i).atZone(source.zone()));
            surroundings
                    .out()
                    .print(time
                            + ','
                            + Numbers.format(forecast.mean().get(i), DECIMALS)
                            + ','
                            + Numbers.format(forecast.deviation().get(i), DECIMALS)
                            + '\n');
        }
    }

    private void draw(TimeSeries history, Forecast forecast, SeriesCalendar calendar) throws BadInputException {
        ForecastCharts charts = new ForecastCharts(source.zone(), source.shortName());
        if (chart.isPresent()) {
            Output.bytes(chart.get(), charts.forecast(history, forecast, name));
        }
        if (decomposition.isPresent()) {
            Output.bytes(decomposition.get(), charts.decomposition(history, parts(history, calendar), name));
        }
    }

    private Decomposition parts(TimeSeries history, SeriesCalendar calendar) throws BadInputException {
        Seasons seasons =
                switch (name) {
                    case "hw-daily" -> Seasons.DAY;
                    case "hw-weekly" -> Seasons.WEEK;
                    default -> Seasons.DAY_AND_WEEK;
                };
        try {
            return new HoltWintersForecaster(seasons).decompose(history, calendar);
        } catch (IllegalArgumentException tooShort) {
            throw new BadInputException(source.name() + ": " + tooShort.getMessage());
        }
    }
}
