package io.flowtide.cli;

import io.flowtide.local.Suite;
import io.flowtide.local.SuiteOptions;
import io.flowtide.local.page.PageServer;
import io.flowtide.local.sns.Delivery;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "local",
        description = {
            "Runs the whole suite on this machine until it is interrupted: S3, DynamoDB, SNS, Lambda, a Slack and a "
                    + "ChatBot, wired as template.yaml says, with a web page.",
            ""
        },
        sortOptions = false,
        footer = {"", "Drop files on the page, or upload them to the S3 address that is shown."})
final class LocalCommand implements Callable<Integer> {

    private static final Duration LATEST = Duration.ofSeconds(3);

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port of the page, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = {"-P", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A parameter of template.yaml that differs from its default, such as AlertMaxAge=P4D.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--chaos", description = "Deliver some events twice, late and out of order.")
    private boolean chaos;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed, other chaos (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    LocalCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException, InterruptedException {
        SuiteOptions options = SuiteOptions.of(SuiteStart.template()).withParameters(parameters);
        PrintWriter err = surroundings.err();
        err.println("Starting the suite ...");
        err.flush();
        try (Suite suite = SuiteStart.start(chaos ? options.withDelivery(Delivery.chaotic(seed, LATEST)) : options);
                PageServer page = PageServer.start(suite, port)) {
            err.println();
            err.println("  The page:       " + page.uri());
            err.println("  S3:             " + suite.s3Endpoint() + " (path-style, any credentials)");
            err.println("  Flow logs to:   s3://" + suite.ingestBucket() + "/raw/");
            err.println("  CSV files to:   s3://" + suite.ingestBucket() + "/testdata/");
            err.println();
            err.println("Ctrl-C stops everything.");
            err.flush();
            new CountDownLatch(1).await();
        }
        return ExitCode.FINE;
    }
}
