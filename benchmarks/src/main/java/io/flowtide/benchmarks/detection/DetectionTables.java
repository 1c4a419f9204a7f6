package io.flowtide.benchmarks.detection;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Prints how the detectors do on public data. Arguments: {@code nab <folder> [seeds]}, {@code episodes <folder>} or
 * {@code planted <file.csv> <end of the normal week>}. A folder holds NAB's own layout, or files beside a {@code windows.json}.
 */
public final class DetectionTables {

    private static final int SEEDS = 1;

    private DetectionTables() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println(
                    "Usage: benchmarks/detection nab <folder> [seeds] | episodes <folder> | planted <csv> <end of week>");
            System.exit(2);
        }
        Path data = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "nab" ->
                new NabTable(data, System.out).print(arguments.length > 2 ? Integer.parseInt(arguments[2]) : SEEDS);
            case "episodes" -> new EpisodeTable(data, System.out).print();
            case "planted" -> new PlantedTable(data, Instant.parse(arguments[2]), System.out).print();
            default -> throw new IllegalArgumentException("There is no table '" + arguments[0] + "'");
        }
    }
}
