package io.flowtide.benchmarks;

import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.csv.CsvOptions;
import io.flowtide.core.csv.CsvReport;
import io.flowtide.core.csv.Grid;
import io.flowtide.core.csv.SeriesCsv;
import io.flowtide.core.flowlog.RejectSink;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.Forecasters;
import io.flowtide.core.series.Durations;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints how far the forecasters are off on real series: {@code benchmarks/forecast FOLDER|FILE.csv … [--zone Z] [--holidays
 * H] [--horizon 7d] [--origins 7] [--stride 1d] [--only NAME,…]}. Each forecaster is trained on what precedes an origin and
 * on nothing else; the latest origin lies a horizon before the end of the series.
 */
public final class ForecastTable {

    private final SeriesCalendar calendar;
    private final Duration horizon;
    private final Duration stride;
    private final int origins;
    private final List<String> names;

    private ForecastTable(Arguments arguments) {
        this.calendar = new SeriesCalendar(
                ZoneId.of(arguments.option("zone", "UTC")), HolidayCalendar.parse(arguments.option("holidays", "")));
        this.horizon = Durations.parse(arguments.option("horizon", "7d"));
        this.stride = Durations.parse(arguments.option("stride", "1d"));
        this.origins = Integer.parseInt(arguments.option("origins", "7"));
        this.names = List.of(
                arguments.option("only", String.join(",", Forecasters.names())).split(","));
    }

    public static void main(String[] texts) throws IOException {
        Arguments arguments = Arguments.parse(texts);
        ForecastTable table = new ForecastTable(arguments);
        for (String path : arguments.rest()) {
            try (Stream<Path> files = Files.walk(Path.of(path))) {
                for (Path file : files.filter(candidate -> candidate.toString().endsWith(".csv"))
                        .sorted()
                        .toList()) {
                    table.print(file);
                }
            }
        }
    }

    private void print(Path file) throws IOException {
        TimeSeries series = read(file);
        if (Duration.between(series.start(), series.end()).compareTo(horizon.multipliedBy(3)) < 0) {
            return;
        }
        System.out.printf("%n%s: %d buckets of %s%n", file, series.size(), Durations.format(series.width()));
        System.out.printf(
                "%-12s %12s %12s %12s %8s %8s %9s  %s%n",
                "forecaster",
                "RMSE latest",
                "RMSE mean",
                "RMSE worst",
                "WAPE",
                "in band",
                "train ms",
                "RMSE by origin");
        for (String name : names) {
            System.out.println(row(name, series));
        }
    }

    private static TimeSeries read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            CsvReport report = SeriesCsv.read(in, CsvOptions.utc(), RejectSink.none());
            return Grid.of(report.points())
                    .place(SeriesId.of("upload", "file", "" + file.getFileName()), report.points());
        }
    }

    private String row(String name, TimeSeries series) {
        Instant latest = series.end().minus(horizon);
        List<Double> errors = new ArrayList<>();
        ForecastError all = new ForecastError();
        long nanos = 0;
        for (int i = 0; i < origins; i++) {
            Instant origin = latest.minus(stride.multipliedBy(i));
            TimeSeries history = series.between(series.start(), origin);
            long began = System.nanoTime();
            Forecast forecast;
            try {
                forecast =
                        Forecasters.create(name).forecast(history, calendar, (int) horizon.dividedBy(series.width()));
            } catch (IllegalArgumentException tooShort) {
                break;
            }
            nanos += System.nanoTime() - began;
            errors.add(ForecastError.of(forecast, series, all).rootMeanSquare());
        }
        return line(name, errors, all, nanos);
    }

    private static String line(String name, List<Double> errors, ForecastError all, long nanos) {
        if (errors.isEmpty()) {
            return "%-12s needs a longer history".formatted(name);
        }
        String each = errors.stream()
                .map(error -> String.format(Locale.ROOT, "%.4g", error))
                .reduce("", (one, other) -> one + " " + other);
        double mean = errors.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double worst = errors.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return String.format(
                Locale.ROOT,
                "%-12s %12.5g %12.5g %12.5g %8.4f %7.1f%% %9.0f %s",
                name,
                errors.get(0),
                mean,
                worst,
                all.weightedAbsolute(),
                100 * all.inBand(),
                nanos / 1e6 / errors.size(),
                each);
    }
}
