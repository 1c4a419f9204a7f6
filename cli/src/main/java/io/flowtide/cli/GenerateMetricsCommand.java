package io.flowtide.cli;

import io.flowtide.core.synthetic.MetricDumpGenerator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "metrics",
        description = {
            "Writes dumps of CloudWatch metrics, one per day: requests per response code and five minutes.",
            ""
        },
        sortOptions = false)
final class GenerateMetricsCommand implements Callable<Integer> {

    @Mixin
    private TrafficOptions options;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the files go.")
    private Path folder;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            defaultValue = "python",
            description =
                    "python, as a Python program prints what boto3 gives it, or json (default: ${DEFAULT-VALUE}).")
    private MetricDumpGenerator.Style style;

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    GenerateMetricsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        TrafficOptions.Period period = options.period(surroundings.clock());
        MetricDumpGenerator generator = new MetricDumpGenerator(options.traffic(period), style);
        long files = Output.files(folder, generator.files(period.from(), period.to(), Duration.ofDays(1)));
        surroundings
                .err()
                .println("Wrote " + files + " files to " + folder + ": " + period.from() + " to " + period.to());
        return ExitCode.FINE;
    }
}
