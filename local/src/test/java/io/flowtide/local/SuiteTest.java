package io.flowtide.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.local.lambda.FunctionState;
import io.flowtide.local.lambda.TinyArchive;
import io.flowtide.local.sns.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite around one small function. */
class SuiteTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Path calls;
    private SuiteOptions options;

    @BeforeEach
    void layTheProject() throws IOException {
        calls = folder.resolve("calls");
        Path template = folder.resolve("template.yaml");
        try (InputStream content = SuiteTest.class.getResourceAsStream("tiny.yaml")) {
            Files.copy(content, template);
        }
        TinyArchive.write(folder.resolve("functions/tiny/target/function.zip"));
        options = SuiteOptions.of(template).withParameters(Map.of("TinyLog", calls.toString()));
    }

    @Test
    void anUploadReachesItsFunction() throws Exception {
        try (Suite suite = Suite.start(options)) {
            suite.put(suite.ingestBucket(), "raw/a.log", new byte[] {1});
            suite.put(suite.ingestBucket(), "testdata/nobody-hears.csv", new byte[] {1});
            suite.activity().awaitAtMost(0, PATIENCE);

            assertThat(calls()).hasSize(2);
            assertThat(calls()).anyMatch(call -> call.contains("s3:TestEvent"));
            assertThat(calls()).anyMatch(call -> call.contains("ObjectCreated:Put") && call.contains("raw/a.log"));
            assertThat(suite.functions()).extracting(FunctionState::done).containsExactly(2L);
        }
    }

    @Test
    void theScheduleReachesItsFunction() throws Exception {
        try (Suite suite = Suite.start(options)) {
            suite.tick();
            suite.activity().awaitAtMost(0, PATIENCE);

            assertThat(calls()).anyMatch(call -> call.contains("Scheduled Event") && call.contains("aws.events"));
        }
    }

    @Test
    void aMessageThatIsDeliveredTwiceIsHandledTwice() throws Exception {
        Delivery twice = () -> List.of(Duration.ZERO, Duration.ofMillis(20));
        try (Suite suite = Suite.start(options.withDelivery(twice))) {
            suite.put(suite.ingestBucket(), "raw/a.log", new byte[] {1});
            suite.activity().awaitAtMost(0, PATIENCE);

            assertThat(calls()).filteredOn(call -> call.contains("raw/a.log")).hasSize(2);
        }
    }

    @Test
    void closingStopsEveryProcess() throws Exception {
        List<ProcessHandle> processes;
        try (Suite suite = Suite.start(options)) {
            suite.activity().awaitAtMost(0, PATIENCE);
            processes = suite.functions().stream()
                    .flatMap(function -> function.processes().stream())
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .toList();
            assertThat(processes).isNotEmpty();
        }

        for (ProcessHandle process : processes) {
            process.onExit().get(10, java.util.concurrent.TimeUnit.SECONDS);
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aMissingArchiveIsNamedAndNothingIsLeftRunning() throws IOException {
        Files.delete(folder.resolve("functions/tiny/target/function.zip"));

        assertThatThrownBy(() -> Suite.start(options))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("functions/tiny/target/function.zip")
                .hasMessageContaining("./mvnw package");
    }

    private List<String> calls() throws IOException {
        return Files.readString(calls, StandardCharsets.UTF_8).lines().toList();
    }
}
