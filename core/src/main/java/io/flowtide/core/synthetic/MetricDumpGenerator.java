package io.flowtide.core.synthetic;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Dumps of CloudWatch metrics: per response code how many requests there were in five minutes, one file per span. Either as
 * a Python program prints what boto3 gives it, or as JSON.
 */
public final class MetricDumpGenerator {

    /** How a dump is written. */
    public enum Style {
        /** {@code {'Timestamp': datetime.datetime(2026, 11, 21, 8, 5, tzinfo=tzlocal()), …}}. */
        PYTHON,
        /** {@code {"Timestamp": "2026-11-21T08:05:00Z", …}}. */
        JSON
    }

    /** The distance of the data points. */
    public static final Duration PERIOD = Duration.ofMinutes(5);

    private static final DateTimeFormatter PYTHON_TIME =
            DateTimeFormatter.ofPattern("uuuu, M, d, H, m").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    private final Traffic traffic;
    private final Style style;

    public MetricDumpGenerator(Traffic traffic, Style style) {
        this.traffic = traffic;
        this.style = style;
    }

    /**
     * The dumps of {@code [from, to)} in order of time, each made when it is asked for.
     *
     * @param from a multiple of five minutes
     * @param to a multiple of five minutes
     * @param span how much time a dump covers, a multiple of five minutes
     */
    public Stream<GeneratedFile> files(Instant from, Instant to, Duration span) {
        return Stream.iterate(from, start -> start.isBefore(to), start -> start.plus(span))
                .map(start -> file(start, start.plus(span).isBefore(to) ? start.plus(span) : to));
    }

    private GeneratedFile file(Instant start, Instant end) {
        StringBuilder text = new StringBuilder("{");
        Map<Status, TimeSeries> statuses = statuses(start, end);
        for (Status status : Status.values()) {
            metric(text, "response-code-" + status.code, "SampleCount", statuses.get(status));
            text.append(", ");
        }
        metric(text, "provider-response-time", "Average", responseTimes(start, end));
        text.append("}\n");
        byte[] bytes = text.toString().replace('\'', quote()).getBytes(StandardCharsets.UTF_8);
        return new GeneratedFile("metrics_" + NAME.format(start) + ".json", start, end, bytes);
    }

    private char quote() {
        return switch (style) {
            case PYTHON -> '\'';
            case JSON -> '"';
        };
    }

    private void metric(StringBuilder text, String name, String statistic, TimeSeries series) {
        text.append('\'').append(name).append("': {'Label': '").append(name).append("', 'Datapoints': [");
        String separator = "";
        for (int i = 0; i < series.size(); i++) {
            if (!series.values().isMissing(i)) {
                text.append(separator).append("{'Timestamp': ").append(time(series.time(i)));
                text.append(", '").append(statistic).append("': ");
                text.append(series.values().get(i)).append(", 'Unit': 'None'}");
                separator = ", ";
            }
        }
        text.append("], 'ResponseMetadata': {'HTTPStatusCode': 200, 'RetryAttempts': 0}}");
    }

    private String time(Instant time) {
        return switch (style) {
            case PYTHON -> "datetime.datetime(" + PYTHON_TIME.format(time) + ", tzinfo=tzlocal())";
            case JSON -> "'" + time + "'";
        };
    }

    /** The classes of answers that are told apart. */
    private enum Status {
        OK("200"),
        CLIENT_ERROR("4xx"),
        SERVER_ERROR("5xx");

        private final String code;

        Status(String code) {
            this.code = code;
        }
    }

    private Map<Status, TimeSeries> statuses(Instant from, Instant to) {
        TimeSeries requests = traffic.series(SeriesId.total("requests"), from, to, PERIOD);
        double[] client = new double[requests.size()];
        double[] server = new double[requests.size()];
        double[] fine = new double[requests.size()];
        for (int i = 0; i < requests.size(); i++) {
            Noise noise = Noise.at(traffic.seed(), Noise.Purpose.RECORD, Traffic.epochMinute(requests.time(i)));
            double all = requests.values().get(i);
            client[i] = StrictMath.rint(all * 0.02 * (0.75 + 0.5 * noise.uniform()));
            server[i] = StrictMath.rint(all * 0.002 * (0.5 + noise.uniform()));
            fine[i] = all - client[i] - server[i];
        }
        return Map.of(
                Status.OK, series(Status.OK, requests, fine),
                Status.CLIENT_ERROR, series(Status.CLIENT_ERROR, requests, client),
                Status.SERVER_ERROR, series(Status.SERVER_ERROR, requests, server));
    }

    private static TimeSeries series(Status status, TimeSeries like, double[] values) {
        SeriesId id = SeriesId.of("requests", "status", status.code);
        return new TimeSeries(id, like.start(), like.width(), Values.of(values));
    }

    private TimeSeries responseTimes(Instant from, Instant to) {
        TimeSeries requests = traffic.series(SeriesId.total("response-time"), from, to, PERIOD);
        double[] millis = requests.values().toArray();
        for (int i = 0; i < millis.length; i++) {
            Noise noise = Noise.at(traffic.seed(), Noise.Purpose.NAME, Traffic.epochMinute(requests.time(i)));
            millis[i] =
                    Double.isNaN(millis[i]) ? millis[i] : StrictMath.rint(1000 * (80 + 6 * noise.gaussian())) / 1000;
        }
        return new TimeSeries(requests.id(), from, PERIOD, Values.of(millis));
    }

    /** What was really there in {@code [from, to)}, per five minutes: each status, and all. Silence is a gap. */
    public SortedMap<SeriesId, TimeSeries> truth(Instant from, Instant to) {
        SortedMap<SeriesId, TimeSeries> truth = new TreeMap<>();
        statuses(from, to).values().forEach(series -> truth.put(series.id(), series));
        TimeSeries all = traffic.series(SeriesId.total("requests"), from, to, PERIOD);
        truth.put(all.id(), all);
        return truth;
    }
}
