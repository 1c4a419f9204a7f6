package io.flowtide.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowtide.local.access.Policies;
import io.flowtide.local.http.Json;
import io.flowtide.local.template.Wiring;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalEndpointsTest {

    private final LocalEndpoints endpoints = new LocalEndpoints(
            Map.of("RcfEndpoint", "forest", "DeepArEndpoint", "deep"), new Policies(List.of(stranger())));

    @AfterEach
    void stop() {
        endpoints.close();
    }

    /** A function that may do nothing. */
    private static Wiring.Function stranger() {
        return new Wiring.Function(
                "stranger",
                "arn:aws:lambda:eu-central-1:000000000000:function:stranger",
                Path.of("none.zip"),
                "none",
                "java21",
                128,
                Duration.ofSeconds(1),
                0,
                Map.of(),
                List.of(),
                "");
    }

    private HttpResponse<String> post(String endpoint, String caller, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(endpoints.uri() + "/endpoints/" + endpoint + "/invocations"))
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=" + caller + "/20261121/eu-central-1/sagemaker")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theForestScoresWhatStandsOutHighest() throws Exception {
        String rows = IntStream.range(0, 300)
                .mapToObj(i -> i == 250 ? "900" : "10" + i % 3)
                .collect(Collectors.joining("\n"));

        String answer = post("forest", "owner", rows).body();

        JsonNode scores = Json.read(answer.getBytes(StandardCharsets.UTF_8)).path("scores");
        assertThat(scores).hasSize(300);
        double outlier = scores.get(250).path("score").asDouble();
        assertThat(IntStream.range(0, 300)
                        .filter(i -> scores.get(i).path("score").asDouble() >= outlier))
                .containsExactly(250);
        assertThat(post("forest", "owner", rows).body()).isEqualTo(answer);
    }

    @Test
    void deepArAnswersItsQuantilesInOrder() throws Exception {
        String body = "{\"instances\":[{\"start\":\"2026-11-20 00:00:00\",\"target\":[1,2,3],"
                + "\"dynamic_feat\":[[0,0,0,0,0]]}]}";

        JsonNode quantiles = Json.read(post("deep", "owner", body).body().getBytes(StandardCharsets.UTF_8))
                .at("/predictions/0/quantiles");

        assertThat(quantiles.path("0.5").toString()).isEqualTo("[3.0,3.0]");
        assertThat(quantiles.path("0.1").get(0).asDouble()).isLessThan(3);
        assertThat(quantiles.path("0.9").get(1).asDouble()).isGreaterThan(3);
    }

    @Test
    void whoMayNotIsRefusedAndWhatIsNotThereIsSaid() throws Exception {
        HttpResponse<String> refused = post("forest", "stranger", "1");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("x-amzn-ErrorType")).contains("AccessDeniedException");
        assertThat(refused.body()).contains("sagemaker:InvokeEndpoint");
        assertThat(post("nobody", "owner", "1").body()).contains("Endpoint nobody not found");
    }
}
