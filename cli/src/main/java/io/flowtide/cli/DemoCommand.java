package io.flowtide.cli;

import io.flowtide.local.Suite;
import io.flowtide.local.SuiteOptions;
import io.flowtide.local.demo.Demo;
import io.flowtide.local.demo.DemoPlan;
import io.flowtide.local.page.PageServer;
import io.flowtide.local.sns.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Shows what Flowtide is for: four weeks of made-up flow logs with a spike, a dip and an hour of silence in "
                    + "the last days go through the whole suite on this machine, and the alerts come out.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Exit code 0 only if exactly the planted anomalies were reported, once, to both Slack and the ChatBot."
        })
final class DemoCommand implements Callable<Integer> {

    private static final int DAYS = 28;
    /** Hours in the demo's event time, which runs thousands of times faster than the clock. */
    private static final Duration LATEST = Duration.ofMillis(100);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Where the charts go (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port of the page; by default any free one.")
    private int port;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed, other traffic (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--chaos", description = "Deliver some events twice, late and out of order.")
    private boolean chaos;

    @Option(names = "--keep", description = "Leave the suite and its page running afterwards.")
    private boolean keep;

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException, InterruptedException, TimeoutException {
        DemoPlan plan = DemoPlan.of(surroundings.clock().instant(), DAYS, seed);
        SuiteOptions options = SuiteOptions.of(SuiteStart.template()).withParameters(Demo.parameters(chaos));
        say("Starting the suite ...");
        try (Suite suite = SuiteStart.start(chaos ? options.withDelivery(Delivery.chaotic(seed, LATEST)) : options);
                PageServer page = PageServer.start(suite, port)) {
            say("Watch it at " + page.uri());
            List<String> problems = new Demo(suite, plan, out, surroundings.clock(), this::say).run();
            problems.forEach(this::say);
            if (keep) {
                say("The suite is still running at " + page.uri() + "; Ctrl-C stops it.");
                new CountDownLatch(1).await();
            }
            return problems.isEmpty() ? ExitCode.FINE : ExitCode.NOT_AS_PLANTED;
        }
    }

    private void say(String line) {
        surroundings.err().println(line);
        surroundings.err().flush();
    }
}
