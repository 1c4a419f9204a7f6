package io.flowtide.cli;

import io.flowtide.core.model.Detectors;
import io.flowtide.core.model.Forecasters;
import io.flowtide.core.training.Choice;
import io.flowtide.core.training.Finding;
import io.flowtide.core.training.InService;
import io.flowtide.core.training.TrainingReport;
import io.flowtide.core.training.TrainingResult;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "train",
        description = {
            "Finds the forecaster and the detector that suit a series best.",
            "",
            "Leaves out by itself what can't be learned from (gaps, stretches that were counted twice or by half, unusual "
                    + "days, holidays), compares on the last weeks, and prints what was found. Nothing takes the place of "
                    + "what is in service unless it is clearly better.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  flowtide train --page report.html requests.csv",
            "  flowtide train --zone Europe/Berlin --json report.json --model tide.bin requests.csv"
        })
final class TrainCommand implements Callable<Integer> {

    @Mixin
    private TrainingSource source;

    @Option(
            names = "--forecaster",
            paramLabel = "NAME",
            defaultValue = Forecasters.DEFAULT,
            description = "The forecaster in service (default: ${DEFAULT-VALUE}).")
    private String forecaster;

    @Option(
            names = "--detector",
            paramLabel = "NAME",
            defaultValue = Detectors.DEFAULT,
            description = "The detector in service (default: ${DEFAULT-VALUE}).")
    private String detector;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Write the chosen detector, trained on all that is usable.")
    private Optional<Path> model = Optional.empty();

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    TrainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        TrainingSource.Trained trained = source.train(new InService(forecaster, detector), surroundings);
        print(trained.result());
        if (model.isPresent()) {
            TrainingSource.write(model.get(), trained.result().snapshot());
        }
        return trained.exitCode();
    }

    private void print(TrainingResult result) {
        TrainingReport report = result.report();
        say("%s to %s: %.1f %% of the values are learned from", report.from(), report.to(), 100 * report.usedShare());
        report.findings().forEach(this::print);
        print("forecaster", report.forecaster());
        print("detector", report.detector());
    }

    private void print(Finding finding) {
        say("  %s to %s %s: %s", finding.from(), finding.to(), finding.reason(), finding.why());
    }

    private void print(String what, Choice choice) {
        say("%s: %s%s (%s)", what, choice.name(), choice.promoted() ? ", promoted" : "", choice.why());
    }

    private void say(String format, Object... arguments) {
        surroundings.out().print(String.format(Locale.ROOT, format, arguments) + '\n');
    }
}
