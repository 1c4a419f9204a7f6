package io.flowtide.core.metrics;

import io.flowtide.core.flowlog.DamagedInput;
import io.flowtide.core.flowlog.IngestReport;
import io.flowtide.core.flowlog.RejectSink;
import io.flowtide.core.series.CapacityException;
import io.flowtide.core.series.MinuteCounts;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipException;

/**
 * Reads dumps of CloudWatch metrics, as {@code print} of Python writes them and as {@code aws cloudwatch
 * get-metric-statistics} does: a dictionary of metrics by name, a list of metrics, or a single one, each with
 * {@code Datapoints}.
 *
 * <p>{@code response-code-<code>} (and {@code HTTPCode_Target_2XX_Count} as load balancers have it) becomes {@code requests/status=<code>}, and their sum {@code requests/all}; any other
 * metric that is counted becomes {@code <metric>/all}. Sums are taken, or sample counts where there is no sum; a metric of
 * which only averages are there counts nothing and is left out. A data point is spread over the minutes of its period.
 */
public final class MetricDump {

    private final LiteralParser parser;
    private final ZoneId local;
    private final RejectSink rejects;
    private final MetricTotals totals = new MetricTotals();
    private final SortedSet<String> leftOut = new TreeSet<>();
    private boolean metricSeen;
    private long accepted;
    private long rejected;

    private MetricDump(InputStream in, ZoneId local, RejectSink rejects) {
        this.parser = new LiteralParser(new InputStreamReader(in, StandardCharsets.UTF_8), local);
        this.local = local;
        this.rejects = rejects;
    }

    /** As {@link #read(InputStream, ZoneId, MinuteCounts, RejectSink)}, with {@code tzlocal()} as UTC. */
    public static IngestReport read(InputStream in, MinuteCounts counts, RejectSink rejects) throws IOException {
        return read(in, ZoneOffset.UTC, counts, rejects);
    }

    /**
     * Reads the stream to its end, or to where it is damaged; does not close it.
     *
     * @param local the zone of the machine that wrote the dump: that of {@code tzlocal()} and of times without a zone
     * @param counts what is added to
     * @param rejects gets every data point that can't be used, and what is wrong with the dump as a whole
     * @return {@code lines} are the data points of metrics that are counted
     * @throws IOException when the stream itself fails
     */
    public static IngestReport read(InputStream in, ZoneId local, MinuteCounts counts, RejectSink rejects)
            throws IOException {
        return new MetricDump(in, local, rejects).read(counts);
    }

    private IngestReport read(MinuteCounts counts) throws IOException {
        Optional<String> broken = readAll();
        Optional<String> full = addTo(counts);
        Optional<String> damage = broken.or(() -> full);
        damage.ifPresent(reason -> rejects.reject(RejectSink.WHOLE_FILE, reason, ""));
        return IngestReport.ofDump(format(), accepted, rejected, damage, counts);
    }

    private Optional<String> addTo(MinuteCounts counts) {
        try {
            totals.addTo(counts);
            return Optional.empty();
        } catch (CapacityException full) {
            return Optional.of(full.getMessage());
        }
    }

    private String format() {
        return leftOut.isEmpty()
                ? "metric dump"
                : "metric dump, left out because averages count nothing: " + String.join(", ", leftOut);
    }

    private Optional<String> readAll() throws IOException {
        try {
            if (parser.peek() == Characters.END) {
                return Optional.of("The dump is empty");
            }
            while (parser.peek() != Characters.END) {
                document();
            }
        } catch (LiteralException damaged) {
            return Optional.of("The dump is damaged in " + damaged.position() + ": " + damaged.getMessage());
        } catch (DamagedInput | EOFException | ZipException broken) {
            return Optional.of("The dump breaks off in " + parser.position() + ": " + broken.getMessage());
        }
        return metricSeen ? Optional.empty() : Optional.of("The dump holds no metric with Datapoints");
    }

    private void document() throws IOException, LiteralException {
        switch (parser.peek()) {
            case '{' -> dictionary();
            case '[' -> parser.items(() -> metric(""));
            default -> throw parser.error("a dump begins with { or [, not with " + LiteralParser.shown(parser.peek()));
        }
    }

    /** Metrics by name, or a single metric. */
    private void dictionary() throws IOException, LiteralException {
        DumpedMetric single = new DumpedMetric("");
        try {
            parser.entries(key -> {
                if (parser.peek() == '{') {
                    metric(key);
                } else {
                    part(single, key);
                }
            });
        } finally {
            count(single);
        }
    }

    private void metric(String name) throws IOException, LiteralException {
        DumpedMetric metric = new DumpedMetric(name);
        try {
            parser.entries(key -> part(metric, key));
        } finally {
            // What was complete before an error counts.
            count(metric);
        }
    }

    private void part(DumpedMetric metric, String key) throws IOException, LiteralException {
        if (key.equals("Datapoints") && parser.peek() == '[') {
            metricSeen = true;
            parser.items(() -> point(metric));
            return;
        }
        Literal value = parser.value();
        if (key.equals("Label") && value instanceof Literal.Text label) {
            metric.label(label.text());
        }
    }

    private void point(DumpedMetric metric) throws IOException, LiteralException {
        parser.remember();
        Position position = parser.position();
        Literal value = parser.value();
        String text = parser.remembered();
        try {
            metric.add(DataPoint.of(value, local), position);
        } catch (DataPoint.RefusedException refused) {
            reject(position, refused.getMessage(), text);
        }
    }

    /** Only when a metric is over its name is known for sure. */
    private void count(DumpedMetric metric) {
        if (metric.isLeftOut()) {
            leftOut.add(metric.name());
        }
        for (DumpedMetric.Found found : metric.points()) {
            if (totals.add(metric.name(), found.point())) {
                accepted++;
            } else {
                reject(found.position(), metric.name() + " has a data point of that time already", found.text());
            }
        }
    }

    private void reject(Position position, String reason, String text) {
        rejected++;
        rejects.reject(position.line(), reason + " (column " + position.column() + ")", text);
    }
}
