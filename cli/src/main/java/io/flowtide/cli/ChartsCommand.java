package io.flowtide.cli;

import io.flowtide.chart.AnomalyChart;
import io.flowtide.chart.ChartSpec;
import io.flowtide.chart.Gallery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flowtide charts}: draws the gallery of docs/charts, for people to look at. */
@Command(
        name = "charts",
        description = "Draws a gallery of made-up charts: every odd kind of series that a chart has to bear.")
final class ChartsCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "out/charts",
            description = "Where the pictures go (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    ChartsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        Path place = folder;
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, ChartSpec> chart : Gallery.all().entrySet()) {
                place = folder.resolve(chart.getKey() + ".png");
                Files.write(place, AnomalyChart.png(chart.getValue()));
                surroundings.out().println(place);
            }
        } catch (IOException full) {
            throw new BadInputException("Can't write " + place + ": " + full.getMessage());
        }
        return ExitCode.FINE;
    }
}
