package io.flowtide.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.local.lambda.FunctionState;
import io.flowtide.local.sns.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite around one small function. */
class SuiteTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private TinyProject project;
    private SuiteOptions options;

    @BeforeEach
    void layTheProject() throws IOException {
        project = TinyProject.lay(folder);
        options = project.options();
    }

    @Test
    void anUploadReachesItsFunction() throws Exception {
        try (Suite suite = Suite.start(options)) {
            suite.put(suite.ingestBucket(), "raw/a.log", new byte[] {1});
            suite.put(suite.ingestBucket(), "testdata/nobody-hears.csv", new byte[] {1});
            suite.activity().awaitQuiet(PATIENCE);

            assertThat(project.calls()).hasSize(2);
            assertThat(project.calls()).anyMatch(call -> call.contains("s3:TestEvent"));
            assertThat(project.calls())
                    .anyMatch(call -> call.contains("ObjectCreated:Put") && call.contains("raw/a.log"));
            assertThat(suite.functions()).extracting(FunctionState::done).containsExactly(2L);
        }
    }

    @Test
    void theScheduleReachesItsFunction() throws Exception {
        try (Suite suite = Suite.start(options)) {
            suite.tick(Duration.ofHours(1));
            suite.activity().awaitQuiet(PATIENCE);

            assertThat(project.calls())
                    .anyMatch(call -> call.contains("Scheduled Event") && call.contains("aws.events"));
        }
    }

    @Test
    void aMessageThatIsDeliveredTwiceIsHandledTwice() throws Exception {
        Delivery twice = () -> List.of(Duration.ZERO, Duration.ofMillis(20));
        try (Suite suite = Suite.start(options.withDelivery(twice))) {
            suite.put(suite.ingestBucket(), "raw/a.log", new byte[] {1});
            suite.activity().awaitQuiet(PATIENCE);

            assertThat(project.calls())
                    .filteredOn(call -> call.contains("raw/a.log"))
                    .hasSize(2);
        }
    }

    @Test
    void closingStopsEveryProcess() throws Exception {
        List<ProcessHandle> processes;
        try (Suite suite = Suite.start(options)) {
            suite.activity().awaitQuiet(PATIENCE);
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
        Files.delete(project.archive());

        assertThatThrownBy(() -> Suite.start(options))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("functions/tiny/target/function.zip")
                .hasMessageContaining("./mvnw package");
    }
}
