package io.flowtide.cli;

import io.flowtide.core.flowlog.Ingest;
import io.flowtide.core.flowlog.IngestOptions;
import io.flowtide.core.flowlog.IngestReport;
import io.flowtide.core.flowlog.RejectSink;
import io.flowtide.core.series.CapacityException;
import io.flowtide.core.series.Durations;
import io.flowtide.core.series.MinuteCounts;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
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
            "Reads flow logs in text and gzip (.log, .log.gz, any order of fields that a header names) and metric dumps "
                    + "(.json, also as Python prints them). Prints CSV: bucket_start,series,value. Times are in UTC. "
                    + "A record that covers several minutes is spread over them in proportion.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  flowtide aggregate logs/ > requests.csv",
            "  flowtide aggregate --width 1m --metric bytes --dimension action a.log.gz b.log.gz",
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
            description = "What is counted of flow logs: requests (that is, records), bytes, packets, or several with "
                    + "commas (default: ${DEFAULT-VALUE}).")
    private List<String> metrics;

    @Option(
            names = "--dimension",
            paramLabel = "NAME",
            split = ",",
            description = "Fields of the flow logs whose values get series of their own beside the total: action, "
                    + "dstport, protocol, interface, …")
    private List<String> dimensions = List.of();

    @Option(
            names = "--spread",
            paramLabel = "RULE",
            defaultValue = "proportional",
            description = "Where a record counts that covers several minutes: proportional, or start for all of it "
                    + "where it starts (default: ${DEFAULT-VALUE}).")
    private String spread;

    @Option(names = "--sparse", description = "Leave out rows with the value 0.")
    private boolean sparse;

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    AggregateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        IngestOptions options = options();
        MinuteCounts counts = new MinuteCounts(CAPACITY);
        boolean fine = true;
        for (String file : files) {
            for (Input input : Input.allOf(file)) {
                fine &= read(input, options, counts);
            }
        }
        new CountTable(surroundings.out(), width, sparse).write(counts);
        return fine ? ExitCode.FINE : ExitCode.BAD_INPUT;
    }

    private IngestOptions options() {
        if (width.toSeconds() % 60 != 0 || DAY.toSeconds() % width.toSeconds() != 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The width must be whole minutes that divide the day, not " + Durations.format(width) + ".");
        }
        try {
            return IngestOptions.parse(String.join(",", metrics), String.join(",", dimensions), spread);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage() + ".");
        }
    }

    private boolean read(Input input, IngestOptions options, MinuteCounts counts) {
        try (Complaints complaints = new Complaints(input.name(), surroundings.err())) {
            read(input, options, counts, complaints);
            return complaints.none();
        }
    }

    private void read(Input input, IngestOptions options, MinuteCounts counts, Complaints complaints) {
        try (InputStream in = input.open(surroundings)) {
            IngestReport report = Ingest.read(input.name(), in, options, complaints);
            counts.merge(report.counts());
            if (report.lines() == 0 && report.damage().isEmpty()) {
                complaints.reject(RejectSink.WHOLE_FILE, "There is no record in it", "");
            }
            if (report.skipData() > 0) {
                surroundings
                        .err()
                        .println(input.name() + ": note: AWS could not capture all traffic (records that say SKIPDATA: "
                                + report.skipData() + ")");
            }
        } catch (IOException | CapacityException unreadable) {
            complaints.reject(RejectSink.WHOLE_FILE, unreadable.getMessage(), "");
        }
    }
}
