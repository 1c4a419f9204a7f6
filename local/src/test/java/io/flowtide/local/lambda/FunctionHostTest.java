package io.flowtide.local.lambda;

import static io.flowtide.local.lambda.HostSettings.Listener.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.local.template.Wiring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes with AWS's own client in them. */
class FunctionHostTest {

    private static final RetryPolicy AT_ONCE = new RetryPolicy(List.of(Duration.ofMillis(10)));
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final DeadLetters deadLetters = new DeadLetters();
    private final Activity activity = new Activity();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final List<FunctionHost> hosts = new ArrayList<>();
    private Path calls;
    private Function<Wiring.Function, Launcher> launchers;

    @BeforeEach
    void packTheFunction() throws IOException {
        calls = folder.resolve("calls");
        TinyArchive.write(folder.resolve("function.zip"));
        launchers = ZipLauncher.unpacking(folder, Map.of());
    }

    @AfterEach
    void stop() {
        hosts.forEach(FunctionHost::close);
        timer.shutdownNow();
    }

    @Test
    void anEventIsHandledOnce() throws Exception {
        FunctionHost host = host(1, 2, NONE);

        invoke(host, "fine");

        assertThat(callsMade()).containsExactly("fine");
        assertThat(host.state().done()).isEqualTo(1);
        assertThat(host.state().failed()).isZero();
        assertThat(deadLetters.all()).isEmpty();
    }

    @Test
    void aFailedEventIsTriedAgain() throws Exception {
        FunctionHost host = host(1, 2, NONE);

        invoke(host, "fail once");

        assertThat(callsMade()).containsExactly("fail once", "fail once");
        assertThat(deadLetters.all()).isEmpty();
    }

    @Test
    void anEventThatAlwaysFailsEndsInTheDeadLettersAndHoldsNothingUp() throws Exception {
        FunctionHost host = host(1, 2, NONE);

        invoke(host, "fail", "fine");

        assertThat(callsMade()).containsExactlyInAnyOrder("fail", "fail", "fail", "fine");
        assertThat(deadLetters.all()).singleElement().satisfies(letter -> {
            assertThat(letter.event()).isEqualTo("\"fail\"");
            assertThat(letter.error()).isEqualTo("java.lang.IllegalStateException: as asked");
            assertThat(letter.function()).isEqualTo("tiny");
        });
    }

    @Test
    void aKilledProcessLosesNothing() throws Exception {
        AtomicReference<ProcessHandle> victim = new AtomicReference<>();
        FunctionHost host = host(1, 2, (function, event, process) -> {
            if (victim.compareAndSet(null, process)) {
                process.destroyForcibly();
            }
        });

        invoke(host, "fine", "also fine");

        assertThat(callsMade()).contains("fine", "also fine");
        assertThat(host.state().failed()).isEqualTo(1);
        assertThat(host.state().done()).isEqualTo(2);
        assertThat(host.state().processes()).doesNotContain(victim.get().pid());
        assertThat(deadLetters.all()).isEmpty();
    }

    @Test
    void anEventThatTakesTooLongIsStoppedAndTriedAgain() throws Exception {
        FunctionHost host = host(1, 2, NONE);

        invoke(host, "hang once");

        assertThat(callsMade()).containsExactly("hang once", "hang once");
        assertThat(host.state().failed()).isEqualTo(1);
    }

    @Test
    void waitingEventsMakeItScaleOutToItsBound() throws Exception {
        Set<Long> takers = ConcurrentHashMap.newKeySet();
        FunctionHost host = host(2, 0, (function, event, process) -> takers.add(process.pid()));

        invoke(host, "hang", "hang", "hang");

        assertThat(deadLetters.all()).extracting(DeadLetter::error).hasSize(3).containsOnly("it took longer than 2 s");
        assertThat(takers)
                .as("the first two at once, the third in a new process")
                .hasSize(3);
    }

    @Test
    void aProcessThatEndsBeforeItAsksForWorkFailsAnEvent() throws Exception {
        FunctionHost host = started(tiny("any", 1), api -> new ProcessBuilder(java(), "-version").start(), 1, NONE);

        invoke(host, "fine");

        assertThat(deadLetters.all()).singleElement().satisfies(letter -> assertThat(letter.error())
                .isEqualTo("tiny did not start: the process ended with exit code 0"));
    }

    @Test
    void aProgramThatIsMissingFailsAnEvent() throws Exception {
        FunctionHost host = started(tiny("any", 1), api -> new ProcessBuilder("/no/such").start(), 1, NONE);

        invoke(host, "fine");

        assertThat(deadLetters.all()).singleElement().satisfies(letter -> assertThat(letter.error())
                .contains("/no/such"));
    }

    @Test
    void aHandlerThatIsMissingFailsAnEventAndSaysWhich() throws Exception {
        Wiring.Function function = tiny("no.such.Handler::handle", 0);
        FunctionHost host = started(function, launchers.apply(function), 1, NONE);

        invoke(host, "fine");

        assertThat(deadLetters.all()).singleElement().satisfies(letter -> assertThat(letter.error())
                .contains("no.such.Handler"));
    }

    private void invoke(FunctionHost host, String... events) throws InterruptedException, TimeoutException {
        for (String event : events) {
            host.invokeLater(("\"" + event + "\"").getBytes(StandardCharsets.UTF_8), Duration.ZERO);
        }
        activity.awaitQuiet(PATIENCE);
    }

    private List<String> callsMade() throws IOException {
        return Files.readAllLines(calls);
    }

    private FunctionHost host(int processes, int retries, HostSettings.Listener listener) {
        Wiring.Function function = tiny(TinyFunction.class.getName() + "::handleRequest", retries);
        return started(function, launchers.apply(function), processes, listener);
    }

    private FunctionHost started(
            Wiring.Function function, Launcher launcher, int processes, HostSettings.Listener listener) {
        FunctionHost host = new FunctionHost(
                function,
                launcher,
                new HostSettings(processes, AT_ONCE, listener),
                new FunctionHost.Surroundings(deadLetters, activity, timer, Clock.systemUTC()));
        hosts.add(host);
        return host;
    }

    private Wiring.Function tiny(String handler, int retries) {
        return new Wiring.Function(
                "tiny",
                "arn:aws:lambda:eu-central-1:000000000000:function:tiny",
                folder.resolve("function.zip"),
                handler,
                "java21",
                128,
                Duration.ofSeconds(2),
                retries,
                Map.of("TINY_LOG", calls.toString()),
                List.of(),
                "arn:aws:sqs:eu-central-1:000000000000:tiny-dead-letters");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
