package io.flowtide.cli;

import io.flowtide.core.event.Documents;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.model.Forecasters;
import io.flowtide.core.training.HistoryTooShortException;
import io.flowtide.core.training.InService;
import io.flowtide.core.training.Training;
import io.flowtide.core.training.TrainingOptions;
import io.flowtide.core.training.TrainingResult;
import io.flowtide.core.training.page.TrainingPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the commands have in common that compare models on a file. */
final class TrainingSource {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private SeriesSource source;

    @Option(
            names = "--forecasters",
            paramLabel = "NAME",
            split = ",",
            description = "Which forecasters to compare, with commas between them; all by default.")
    private List<String> forecasters = Forecasters.names();

    @Option(
            names = "--detectors",
            paramLabel = "NAME",
            split = ",",
            description = "Which detectors to compare, with commas between them; all by default.")
    private List<String> detectors = Detectors.names();

    @Option(
            names = "--tested",
            paramLabel = "TIME",
            defaultValue = "14d",
            description = "How much of the end of the file is compared on, a third of it at most "
                    + "(default: ${DEFAULT-VALUE}).")
    private Duration tested;

    @Option(
            names = "--horizon",
            paramLabel = "TIME",
            defaultValue = "7d",
            description = "How far ahead forecasts reach (default: ${DEFAULT-VALUE}).")
    private Duration horizon;

    @Option(names = "--page", paramLabel = "FILE.html", description = "Write the report as a page with drawings.")
    private Optional<Path> page = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE.json", description = "Write the report as JSON.")
    private Optional<Path> json = Optional.empty();

    /**
     * @param result what was found
     * @param exitCode of the command, if all else goes well
     */
    record Trained(TrainingResult result, int exitCode) {}

    /**
     * Compares, and writes what was asked for.
     *
     * @throws BadInputException when the file can't be used or is too short
     */
    Trained train(InService inService, Surroundings surroundings) throws BadInputException {
        TrainingOptions options = options();
        SeriesSource.Loaded loaded = source.load(surroundings);
        try {
            TrainingResult result = Training.run(loaded.series(), options, inService);
            write(page, TrainingPage.html(result));
            if (json.isPresent()) {
                write(json.get(), Documents.write(result.report()));
            }
            return new Trained(result, loaded.exitCode());
        } catch (HistoryTooShortException tooShort) {
            throw new BadInputException(source.name() + ": " + tooShort.getMessage());
        }
    }

    /** Names are checked before the file is read. */
    private TrainingOptions options() {
        try {
            forecasters.forEach(Forecasters::create);
            detectors.forEach(Detectors::levels);
            return TrainingOptions.in(source.zone())
                    .with(forecasters, detectors)
                    .testedOn(tested, horizon);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage() + ".");
        }
    }

    private static void write(Optional<Path> file, String text) throws BadInputException {
        if (file.isPresent()) {
            Output.text(file.get(), out -> out.print(text));
        }
    }

    static void write(Path file, byte[] content) throws BadInputException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, content);
        } catch (IOException unwritable) {
            throw Output.unwritable(file, unwritable);
        }
    }
}
