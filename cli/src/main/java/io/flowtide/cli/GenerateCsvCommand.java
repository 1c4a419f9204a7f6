package io.flowtide.cli;

import io.flowtide.core.csv.SeriesCsvWriter;
import io.flowtide.core.series.Durations;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "csv",
        description = {"Writes Timestamp,Value: requests per bucket, times in UTC. Silence has no rows.", ""},
        sortOptions = false)
final class GenerateCsvCommand implements Callable<Integer> {

    private static final String FILE = "requests.csv";
    private static final Duration DAY = Duration.ofDays(1);

    @Spec
    private CommandSpec spec;

    @Mixin
    private TrafficOptions options;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write to " + FILE + " there. By default to standard output.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--width",
            paramLabel = "TIME",
            defaultValue = "5m",
            description = "Width of a bucket (default: ${DEFAULT-VALUE}).")
    private Duration width;

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    GenerateCsvCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException, IOException {
        if (width.toSeconds() % 60 != 0 || DAY.toSeconds() % width.toSeconds() != 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The width must be whole minutes that divide the day, not " + Durations.format(width) + ".");
        }
        TrafficOptions.Period period = options.period(surroundings.clock());
        TimeSeries series =
                options.traffic(period).series(SeriesId.total("requests"), period.from(), period.to(), width);
        if (folder.isPresent()) {
            Path file = folder.get().resolve(FILE);
            Output.text(file, out -> SeriesCsvWriter.write(series, out));
            surroundings.err().println("Wrote " + file + ": " + period.from() + " to " + period.to());
        } else {
            SeriesCsvWriter.write(series, surroundings.out());
        }
        return ExitCode.FINE;
    }
}
