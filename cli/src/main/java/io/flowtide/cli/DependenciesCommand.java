package io.flowtide.cli;

import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import io.flowtide.core.flowlog.IngestOptions;
import io.flowtide.core.flowlog.Metric;
import io.flowtide.core.flowlog.Spread;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "dependencies",
        description = {
            "Shows which service talks to which, by the records of flow logs.",
            "",
            "A record belongs to the hour of its start. Addresses that the service map does not hold are 'unmapped'.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  flowtide dependencies --services services.csv logs/",
            "  flowtide dependencies --services services.csv --hourly --csv logs/ > pairs.csv"
        })
final class DependenciesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, folders with files, or - for standard input. What is in several files is summed.")
    private List<String> files;

    @Mixin
    private EnrichmentOptions enrichment;

    @Option(names = "--hourly", description = "A line per hour and pair, rather than one per pair.")
    private boolean hourly;

    @Option(names = "--csv", description = "As CSV rather than as text.")
    private boolean csv;

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    DependenciesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        if (!enrichment.hasServices()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A service map is missing: --services FILE.csv says which addresses are whose.");
        }
        IngestOptions options = new IngestOptions(EnumSet.of(Metric.REQUESTS), List.of(), Spread.AT_START)
                .withEnrichment(enrichment.read(surroundings).withDependencies());
        SortedMap<Instant, SortedMap<Pair, Traffic>> hours = new TreeMap<>();
        boolean fine = new FlowFiles(surroundings, options)
                .read(files, report -> report.dependencies().forEach((hour, pairs) -> add(hours, hour, pairs)));
        DependencyPrinter printer = new DependencyPrinter(surroundings.out(), hourly);
        if (csv) {
            printer.csv(hours);
        } else {
            printer.text(hours);
        }
        return fine ? ExitCode.FINE : ExitCode.BAD_INPUT;
    }

    /** Without hours everything is in the first one. */
    private void add(SortedMap<Instant, SortedMap<Pair, Traffic>> hours, Instant hour, Map<Pair, Traffic> pairs) {
        SortedMap<Pair, Traffic> row = hours.computeIfAbsent(hourly ? hour : Instant.EPOCH, absent -> new TreeMap<>());
        pairs.forEach((pair, traffic) -> row.merge(pair, traffic, Traffic::plus));
    }
}
