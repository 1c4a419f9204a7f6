package io.flowtide.cli;

import io.flowtide.core.flowlog.IngestReport;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a file counted over all its time, by metric and dimension. */
final class FileTotals {

    private static final String OTHER = "other";

    private final Map<SeriesId, Double> totals = new LinkedHashMap<>();
    private final IngestReport report;

    /**
     * One value of a dimension.
     *
     * @param value as the file has it
     * @param total in the unit of the metric
     */
    record Share(String value, double total) {}

    FileTotals(IngestReport report) {
        this.report = report;
        report.counts().slots().values().forEach(row -> row.forEach(this::add));
    }

    private void add(SeriesId series, Values values) {
        totals.merge(series, values.stream().sum(), Double::sum);
    }

    /** Those that the file has, in the order of its columns. */
    List<String> dimensions() {
        return report.columns().columns().stream()
                .filter(column -> totals.keySet().stream().anyMatch(series -> isOf(series, "requests", column)))
                .toList();
    }

    private static boolean isOf(SeriesId series, String metric, String dimension) {
        return series.name().startsWith(metric + "/" + dimension + "=");
    }

    /** How many values a dimension has: {@code 17}, or {@code more than 2,000} when not all were told apart. */
    String distinct(String dimension) {
        List<Share> values = heaviest("requests", dimension);
        boolean more = values.stream().anyMatch(share -> share.value().equals(OTHER) && share.total() > 0);
        return more ? "more than " + Amounts.count(values.size() - 1L) : Amounts.count(values.size());
    }

    /** The values of a dimension, the heaviest first. */
    List<Share> heaviest(String metric, String dimension) {
        List<Share> shares = new ArrayList<>();
        int start = metric.length() + dimension.length() + 2;
        totals.forEach((series, total) -> {
            if (isOf(series, metric, dimension)) {
                shares.add(new Share(series.name().substring(start), total));
            }
        });
        shares.sort(Comparator.comparingDouble(Share::total).reversed().thenComparing(Share::value));
        return shares;
    }

    double total(String metric) {
        return totals.getOrDefault(SeriesId.total(metric), 0.0);
    }

    /** Totals of everything: what a metric dump has. */
    Map<SeriesId, Double> all() {
        return totals;
    }
}
