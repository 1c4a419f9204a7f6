package io.flowtide.cli;

import io.flowtide.core.csv.CsvOptions;
import io.flowtide.core.csv.CsvReport;
import io.flowtide.core.csv.Grid;
import io.flowtide.core.csv.SeriesCsv;
import io.flowtide.core.series.Durations;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands have in common that read one series. */
final class SeriesSource {

    /** What a bucket says that no row fell into. */
    enum Gaps {
        /** Nothing is known. */
        MISSING,
        /** There was nothing. */
        ZERO
    }

    @Parameters(
            paramLabel = "FILE",
            description = "CSV: Timestamp,Value with or without a header, also gzipped; - for standard input. What "
                    + "'flowtide aggregate' prints is fine as well.")
    private String file;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Time zone of times without an offset, and of the days and weeks of the pattern "
                    + "(default: ${DEFAULT-VALUE}).")
    private ZoneId zone;

    @Option(
            names = "--series",
            paramLabel = "NAME",
            description = "Which series to take when the file has a column 'series' with several.")
    private Optional<String> series = Optional.empty();

    @Option(
            names = "--width",
            paramLabel = "TIME",
            description = "Width of a bucket: 5m, 1h, … By default that of the rows.")
    private Optional<Duration> width = Optional.empty();

    @Option(
            names = "--combine",
            paramLabel = "RULE",
            description = "What rows of the same bucket become: sum or mean. By default the sum where buckets are at "
                    + "least twice as wide as the rows are apart, else the mean.")
    private Optional<Grid.Combining> combining = Optional.empty();

    @Option(
            names = "--gaps",
            paramLabel = "RULE",
            defaultValue = "missing",
            description = "What a time without a row means: missing (nothing is known, nothing is printed) or zero "
                    + "(default: ${DEFAULT-VALUE}).")
    private Gaps gaps;

    ZoneId zone() {
        return zone;
    }

    /** The file's name without its folders. */
    String shortName() {
        return Input.of(file).path().map(Path::getFileName).map(Path::toString).orElse("standard input");
    }

    String name() {
        return Input.of(file).name();
    }

    /**
     * @param series at least one bucket
     * @param wholly whether all of the file could be used
     */
    record Loaded(TimeSeries series, boolean wholly) {

        int exitCode() {
            return wholly ? ExitCode.FINE : ExitCode.BAD_INPUT;
        }
    }

    /** @throws BadInputException when there is no bucket in it */
    Loaded load(Surroundings surroundings) throws BadInputException {
        try (Complaints complaints = new Complaints(name(), surroundings.err())) {
            CsvReport report = read(surroundings, complaints);
            report.notes().forEach(note -> surroundings.err().println(name() + ": note: " + note));
            if (report.points().isEmpty() && complaints.none()) {
                throw new BadInputException(name() + ": There is no row in it");
            }
            return new Loaded(place(report, surroundings), complaints.none());
        }
    }

    private CsvReport read(Surroundings surroundings, Complaints complaints) throws BadInputException {
        try (InputStream in = unpacked(Input.of(file).open(surroundings))) {
            return SeriesCsv.read(in, new CsvOptions(zone, series), complaints);
        } catch (IOException unreadable) {
            throw new BadInputException(name() + ": " + unreadable.getMessage());
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered) : buffered;
    }

    private TimeSeries place(CsvReport report, Surroundings surroundings) throws BadInputException {
        Grid own = width.map(wanted -> Grid.of(report.points(), wanted)).orElseGet(() -> Grid.of(report.points()));
        Grid grid = combining.map(own::with).orElse(own);
        try {
            TimeSeries placed = grid.place(id(), report.points());
            noteCombined(report, placed, grid, surroundings);
            return filled(placed);
        } catch (IllegalArgumentException tooLong) {
            throw new BadInputException(name() + ": " + tooLong.getMessage());
        }
    }

    /** Nobody should have to find out from the numbers. */
    private void noteCombined(CsvReport report, TimeSeries placed, Grid grid, Surroundings surroundings) {
        long buckets = placed.values().stream().filter(Double::isFinite).count();
        long rows = report.points().values().filter(Double::isFinite).count();
        if (rows > buckets) {
            String combined =
                    switch (grid.combining()) {
                        case SUM -> "sums";
                        case MEAN -> "means";
                    };
            surroundings
                    .err()
                    .println(name() + ": note: " + rows + " rows became " + buckets + " " + combined + " per "
                            + Durations.format(grid.width()) + "; --width and --combine say otherwise");
        }
    }

    private TimeSeries filled(TimeSeries placed) {
        return switch (gaps) {
            case MISSING -> placed;
            case ZERO ->
                new TimeSeries(
                        placed.id(),
                        placed.start(),
                        placed.width(),
                        placed.values().map(value -> Double.isNaN(value) ? 0 : value));
        };
    }

    private SeriesId id() {
        return series.filter(name -> name.matches("[^/]+/.+"))
                .map(SeriesId::new)
                .orElseGet(() -> SeriesId.of("upload", "file", shortName()));
    }
}
