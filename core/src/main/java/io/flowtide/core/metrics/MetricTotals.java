package io.flowtide.core.metrics;

import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the metrics of a dump into counts per series and minute. */
final class MetricTotals {

    /** The period of a metric when no metric of the dump has two points. */
    static final Duration USUAL_PERIOD = Duration.ofMinutes(5);

    private static final String REQUESTS = "requests";
    /** Also as load balancers name them: {@code HTTPCode_Target_2XX_Count}, {@code HTTPCode_ELB_5XX_Count}. */
    private static final Pattern RESPONSE_CODE =
            Pattern.compile("response-code-(.+)|HTTPCode_(?:Target|ELB|Backend)_(.+?)(?:_Count)?");

    private final SortedMap<String, MetricPoints> metrics = new TreeMap<>();

    /** @return whether there was no point of that metric at that time before */
    boolean add(String metric, DataPoint point) {
        return metrics.computeIfAbsent(metric, absent -> new MetricPoints()).add(point.second(), point.thousandths());
    }

    /**
     * A point counts in the minutes of its period. The period of a metric with a single point is the smallest one in the
     * dump.
     */
    void addTo(MinuteCounts counts) {
        long usual = metrics.values().stream()
                .map(MetricPoints::period)
                .flatMapToLong(OptionalLong::stream)
                .min()
                .orElse(USUAL_PERIOD.toSeconds());
        metrics.forEach((metric, points) ->
                addTo(counts, series(metric), points, points.period().orElse(usual)));
    }

    private static void addTo(MinuteCounts counts, List<SeriesId> series, MetricPoints points, long period) {
        points.thousandths().forEach((second, thousandths) -> {
            for (SeriesId id : series) {
                counts.addThousandths(id, second, second + period, thousandths);
            }
        });
    }

    /** Response codes are kept apart, and summed; any other metric is its own total. */
    private static List<SeriesId> series(String metric) {
        List<SeriesId> series = new ArrayList<>();
        Matcher code = RESPONSE_CODE.matcher(metric);
        if (code.matches()) {
            String status = Optional.ofNullable(code.group(1))
                    .orElseGet(() -> code.group(2).toLowerCase(Locale.ROOT));
            series.add(SeriesId.of(REQUESTS, "status", status));
            series.add(SeriesId.total(REQUESTS));
        } else {
            series.add(SeriesId.total(metric.replace('/', '-')));
        }
        return series;
    }
}
