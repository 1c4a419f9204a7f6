package io.flowtide.cli;

import io.flowtide.core.flowlog.FlowFormat;
import io.flowtide.core.flowlog.IngestOptions;
import io.flowtide.core.flowlog.RequestMeaning;
import io.flowtide.core.flowlog.Rest;
import io.flowtide.core.series.Durations;
import io.flowtide.core.series.MinuteCounts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "aggregate",
        description = {
            "Counts the records of flow logs, or the data points of metric dumps, per bucket and series.",
            "",
            "Reads flow logs in text, gzip and Parquet (.log, .log.gz, .log.parquet, any order of fields that a header "
                    + "names), events of CloudWatch Logs, and metric dumps (.json, also as Python prints them). Prints CSV: bucket_start,series,value. Times are in UTC. "
                    + "A record that covers several minutes is spread over them in proportion.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  flowtide aggregate logs/ > requests.csv",
            "  flowtide aggregate --width 1m --metric bytes --dimension action a.log.gz b.log.gz",
            "  flowtide aggregate --explain a.log.gz",
            "  flowtide aggregate --services services.csv --dimension pair logs/ > pairs.csv",
            "  zcat *.log.gz | flowtide aggregate - | flowtide detect -"
        })
final class AggregateCommand implements Callable<Integer> {

    /** Series x slots: a hundred series for a year. */
    private static final int CAPACITY = 10_000_000;

    private static final Duration DAY = Duration.ofDays(1);

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, folders with files, or - for standard input. What is in several files is summed.")
    private List<String> files;

    @Option(
            names = "--width",
            paramLabel = "TIME",
            defaultValue = "5m",
            description = "Width of a bucket: 1m, 5m, 1h, … (default: ${DEFAULT-VALUE}).")
    private Duration width;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            split = ",",
            defaultValue = "requests",
            description = "What is counted of flow logs: requests, bytes, packets, or several with commas (default: "
                    + "${DEFAULT-VALUE}).")
    private List<String> metrics;

    @Option(
            names = "--requests",
            paramLabel = "MEANING",
            defaultValue = "records",
            description = "What a request is, since a flow log knows of none: records, one each; connections, a record "
                    + "that saw a SYN without ACK in tcp-flags (records where that field is absent); or packets "
                    + "(default: ${DEFAULT-VALUE}).")
    private String requests;

    @Option(
            names = "--dimension",
            paramLabel = "NAME",
            split = ",",
            description = "Fields of the flow logs whose values get series of their own beside the total: action, "
                    + "dstport, protocol, flow-direction, interface, subnet, az, ecs-service, … or, with a service map "
                    + "or a geography file, what those say.")
    private List<String> dimensions = List.of();

    @Mixin
    private EnrichmentOptions enrichment;

    @Option(
            names = "--max-series",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many series a file may give; the lighter values are summed as 'other' (default: "
                    + "${DEFAULT-VALUE}).")
    private int maxSeries;

    @Option(
            names = "--spread",
            paramLabel = "RULE",
            defaultValue = "proportional",
            description = "Where a record counts that covers several minutes: proportional, or start for all of it "
                    + "where it starts (default: ${DEFAULT-VALUE}).")
    private String spread;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The columns of flow logs that carry no header, as given to AWS: '$${version} $${start} …'. "
                    + "Without it those of version 2.")
    private Optional<String> format = Optional.empty();

    @Option(
            names = "--explain",
            description = "Instead of counting, tell of each file: its format, time range, records by status, the "
                    + "dimensions there are, and the heaviest talkers.")
    private boolean explain;

    @Option(names = "--sparse", description = "Leave out rows with the value 0.")
    private boolean sparse;

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    AggregateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        if (explain) {
            boolean fine = new ExplainFiles(surroundings, withFormat(IngestOptions.forSummary())).explain(files);
            return fine ? ExitCode.FINE : ExitCode.BAD_INPUT;
        }
        IngestOptions options = options();
        MinuteCounts counts = new MinuteCounts(CAPACITY);
        boolean fine = new FlowFiles(surroundings, options).read(files, report -> counts.merge(report.counts()));
        new CountTable(surroundings.out(), width, sparse).write(counts);
        Rest.in(counts).forEach(rest -> surroundings
                .err()
                .println("note: " + rest + ", since a file may give " + maxSeries + " series"));
        return fine ? ExitCode.FINE : ExitCode.BAD_INPUT;
    }

    private IngestOptions options() throws BadInputException {
        if (width.toSeconds() % 60 != 0 || DAY.toSeconds() % width.toSeconds() != 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The width must be whole minutes that divide the day, not " + Durations.format(width) + ".");
        }
        IngestOptions options = parsed().withEnrichment(enrichment.read(surroundings));
        if (!options.leftOut().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    String.join("; ", options.leftOut()) + ": give it with --services or --geography.");
        }
        return options;
    }

    private IngestOptions withFormat(IngestOptions options) {
        try {
            return format.map(FlowFormat::parse).map(options::withFormat).orElse(options);
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(spec.commandLine(), malformed.getMessage() + ".");
        }
    }

    private IngestOptions parsed() {
        try {
            return withFormat(IngestOptions.parse(String.join(",", metrics), String.join(",", dimensions), spread)
                    .withRequests(RequestMeaning.parse(requests))
                    .withMaxSeries(maxSeries));
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage() + ".");
        }
    }
}
