package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.Documents;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.training.TrainingReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

    private static final String WEEKS = Run.of(
                    "generate csv --from 2026-10-05 --weeks 5 --rate 600 --width 10m".split(" "))
            .out();

    @TempDir
    private Path folder;

    private Run run(String... more) {
        return Run.withInput(WEEKS, more);
    }

    @Test
    void writesWhatItFound() throws IOException {
        Path json = folder.resolve("reports/report.json");
        Path page = folder.resolve("reports/report.html");
        Path model = folder.resolve("tide.bin");

        Run run = run(
                "train",
                "--forecasters=mean,tide",
                "--detectors=tide,mean",
                "--json=" + json,
                "--page=" + page,
                "--model=" + model,
                "-");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("100.0 % of the values are learned from", "forecaster: ", "detector: ");
        TrainingReport report = Documents.read(Files.readAllBytes(json), TrainingReport.class);
        assertThat(report.origins()).hasSizeGreaterThan(2);
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("</html>");
        assertThat(Detectors.restore(report.detector().name(), Files.readAllBytes(model)))
                .isNotNull();
    }

    @Test
    void backtestPrintsErrorsAndAlarms() {
        Run run = run("backtest", "--forecasters=mean", "--detectors=mean", "--horizon=24h", "-");

        assertThat(run.code()).isZero();
        assertThat(run.rows()).startsWith("kind,name,measure,from,to,value");
        assertThat(run.rows()).anyMatch(row -> row.matches("forecaster,mean,rmse,6h,1d,[0-9.]+"));
        assertThat(run.rows()).anyMatch(row -> row.matches("detector,mean,found-share,,,[01]\\.?[0-9]*"));
        assertThat(run.rows()).noneMatch(row -> row.contains("2d"));
    }

    @Test
    void anUnknownCandidateIsWrongUsage() {
        assertThat(run("train", "--detectors=oracle", "-").code()).isEqualTo(2);
        assertThat(run("backtest", "--forecasters=oracle", "-").err()).contains("no forecaster 'oracle'");
        assertThat(run("backtest", "--tested=1h", "-").code()).isEqualTo(2);
    }

    @Test
    void aShortFileIsBadInput() {
        Run run = Run.withInput("Timestamp,Value\n2026-11-20T00:00:00Z,1\n2026-11-20T00:05:00Z,2\n", "train", "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("needs at least four days");
    }
}
