package io.flowtide.cli;

import io.flowtide.core.series.Durations;
import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.Spreading;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.synthetic.FlowLogGenerator;
import io.flowtide.core.synthetic.ServiceNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "flowlogs",
        description = {"Writes flow logs of version 2, named and compressed as AWS delivers them.", ""},
        sortOptions = false,
        footer = {
            "",
            "What was written can be checked; nothing is printed when all numbers are the same:",
            "  flowtide generate flowlogs --days 7 --out logs --counts counts.csv",
            "  flowtide aggregate --width 1m --metric requests,bytes,packets --dimension action logs |",
            "    diff - counts.csv"
        })
final class GenerateFlowLogsCommand implements Callable<Integer> {

    private static final int CAPACITY = 20_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TrafficOptions options;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the files go.")
    private Path folder;

    @Option(
            names = "--file-span",
            paramLabel = "TIME",
            defaultValue = "5m",
            description = "How much time a file covers: 5m as at AWS, or longer for fewer files (default: "
                    + "${DEFAULT-VALUE}).")
    private Duration span;

    @Option(
            names = "--counts",
            paramLabel = "FILE.csv",
            description = "Write what is in the files as well, as 'flowtide aggregate' would count it.")
    private Optional<Path> counts = Optional.empty();

    @Option(
            names = "--service-map",
            paramLabel = "FILE.csv",
            description = "Let flows go between the services of a shop (internet, web, checkout, catalog, ledger), and "
                    + "write down which addresses are whose, as 'aggregate --services' reads it.")
    private Optional<Path> serviceMap = Optional.empty();

    @Option(
            names = "--cut",
            paramLabel = "SPEC",
            description = "SERVICE->SERVICE@TIME[/DURATION], as often as wanted: nothing goes that way then, like "
                    + "checkout->ledger@2026-11-20T10:00/1h. With --service-map.")
    private List<String> cuts = List.of();

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    GenerateFlowLogsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        if (span.toSeconds() % 60 != 0) {
            throw new ParameterException(
                    spec.commandLine(), "A file covers whole minutes, not " + Durations.format(span) + ".");
        }
        TrafficOptions.Period period = options.period(surroundings.clock());
        FlowLogGenerator generator = generator(period);
        long files = Output.files(folder, generator.files(period.from(), period.to(), span));
        if (counts.isPresent()) {
            Output.text(counts.get(), out -> new CountTable(out, Duration.ofMinutes(1), false)
                    .write(truth(generator, period)));
        }
        surroundings
                .err()
                .println("Wrote " + files + " files to " + folder + ": " + period.from() + " to " + period.to());
        return ExitCode.FINE;
    }

    private FlowLogGenerator generator(TrafficOptions.Period period) throws BadInputException {
        if (serviceMap.isEmpty()) {
            if (!cuts.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "Only services can be cut: --service-map is missing.");
            }
            return new FlowLogGenerator(options.traffic(period));
        }
        ServiceNetwork network = network();
        Output.text(serviceMap.get(), out -> out.print(network.serviceMap()));
        return new FlowLogGenerator(options.traffic(period), network);
    }

    private ServiceNetwork network() {
        try {
            return ServiceNetwork.shop(cuts.stream()
                    .map(cut -> ServiceNetwork.Cut.parse(cut, options.zone()))
                    .toList());
        } catch (IllegalArgumentException unfit) {
            throw new ParameterException(spec.commandLine(), unfit.getMessage() + ".");
        }
    }

    private static MinuteCounts truth(FlowLogGenerator generator, TrafficOptions.Period period) {
        MinuteCounts truth = new MinuteCounts(CAPACITY);
        generator.truth(period.from(), period.to()).values().forEach(series -> add(truth, series));
        return truth;
    }

    private static void add(MinuteCounts truth, TimeSeries series) {
        for (int i = 0; i < series.size(); i++) {
            long count = (long) series.values().get(i);
            if (count > 0) {
                long minute = series.time(i).getEpochSecond() / 60;
                truth.addToMinute(series.id(), minute, count * Spreading.THOUSANDTHS);
            }
        }
    }
}
