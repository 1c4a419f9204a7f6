package io.flowtide.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import io.flowtide.standin.SageMakerServer;
import io.flowtide.standin.SageMakerServer.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;

/** Models whose answers can be told from the request, and a way to them. */
final class Served {

    static final CallSettings QUICK =
            new CallSettings(Duration.ofSeconds(1), Duration.ofSeconds(10), 3, Duration.ofMillis(5), 6_000_000);
    static final SeriesId SERIES = SeriesId.total("requests");
    static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    static final Duration WIDTH = Duration.ofMinutes(5);
    static final int STEPS = 4;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Served() {}

    static Endpoints open(SageMakerServer server, CallSettings settings) {
        return Endpoints.open(
                settings,
                SageMakerRuntimeClient.builder()
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                        .endpointOverride(server.endpoint()));
    }

    static TimeSeries series(double... values) {
        return new TimeSeries(SERIES, START, WIDTH, Values.of(values));
    }

    /** The score of a row is the sum of its values. */
    static Reply sums(SageMakerServer.Call call) {
        String scores = call.text()
                .lines()
                .map(row -> DoubleStream.of(Arrays.stream(row.split(","))
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                        .sum())
                .map(sum -> "{\"score\":" + sum + "}")
                .collect(Collectors.joining(","));
        return Reply.of("application/json", "{\"scores\":[" + scores + "]}");
    }

    /** 100 ± 10 in every bucket. */
    static Reply hundreds(SageMakerServer.Call call) {
        JsonNode request = read(call);
        Instant start = Instant.parse(request.path("start").asText());
        long buckets = Duration.between(start, Instant.parse(request.path("end").asText()))
                .dividedBy(WIDTH);
        String rows = IntStream.range(0, (int) buckets)
                .mapToObj(i -> start.plus(WIDTH.multipliedBy(i))
                                .toString()
                                .replace("T", " ")
                                .replace("Z", "") + ",100.0,10.0\n")
                .collect(Collectors.joining());
        return Reply.of("text/csv", "Timestamp,Value,Std\n" + rows);
    }

    /** The last value goes on, with quantiles 12.815… below and twice that above it. */
    static Reply persistence(SageMakerServer.Call call) {
        StringBuilder predictions = new StringBuilder();
        for (JsonNode instance : read(call).path("instances")) {
            JsonNode target = instance.path("target");
            double last = target.get(target.size() - 1).asDouble();
            predictions
                    .append(predictions.length() == 0 ? "" : ",")
                    .append("{\"quantiles\":{\"0.1\":%s,\"0.5\":%s,\"0.9\":%s}}"
                            .formatted(row(last - 12.815515655446004), row(last), row(last + 2 * 12.815515655446004)));
        }
        return Reply.of("application/json", "{\"predictions\":[" + predictions + "]}");
    }

    private static String row(double value) {
        return IntStream.range(0, STEPS)
                .mapToObj(i -> String.valueOf(value))
                .toList()
                .toString();
    }

    static JsonNode read(SageMakerServer.Call call) {
        try {
            return MAPPER.readTree(call.body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
