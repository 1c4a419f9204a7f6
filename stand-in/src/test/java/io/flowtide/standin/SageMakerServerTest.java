package io.flowtide.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.standin.SageMakerServer.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SageMakerServerTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private SageMakerServer server;

    @BeforeEach
    void start() {
        server = SageMakerServer.start()
                .with("forest", call -> Reply.of("application/json", "{\"scores\":[{\"score\":1.5}]}"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersWhatTheModelSaysAndKeepsWhatWasAsked() throws Exception {
        HttpResponse<String> answer = invoke("forest", "3\n4\n");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"scores\":[{\"score\":1.5}]}");
        assertThat(answer.headers().firstValue("x-Amzn-Invoked-Production-Variant"))
                .contains("AllTraffic");
        assertThat(server.calls()).singleElement().satisfies(call -> {
            assertThat(call.endpoint()).isEqualTo("forest");
            assertThat(call.contentType()).isEqualTo("text/csv");
            assertThat(call.authorization()).isEmpty();
            assertThat(call.text()).isEqualTo("3\n4\n");
        });
    }

    @Test
    void refusesAnEndpointThatThereIsNot() throws Exception {
        HttpResponse<String> answer = invoke("tree", "3\n");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("ValidationError");
        assertThat(answer.body()).isEqualTo("{\"Message\":\"Endpoint tree not found.\"}");
    }

    @Test
    void knowsNothingButInvokeEndpoint() throws Exception {
        HttpRequest list =
                HttpRequest.newBuilder(server.endpoint().resolve("/endpoints")).build();

        HttpResponse<String> answer = client.send(list, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("UnknownOperationException");
        assertThat(server.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, 400, ThrottlingException",
        "UNAVAILABLE, 503, ServiceUnavailable",
        "MODEL_ERROR, 424, ModelError",
        "MODEL_REFUSES, 424, ModelError"
    })
    void failsOnceInTheWayItWasTold(SageMakerFault fault, int status, String error) throws Exception {
        server.misbehave(fault);

        HttpResponse<String> failed = invoke("forest", "3\n");

        assertThat(failed.statusCode()).isEqualTo(status);
        assertThat(failed.headers().firstValue("x-amzn-ErrorType")).contains(error);
        assertThat(invoke("forest", "3\n").statusCode()).isEqualTo(200);
    }

    @Test
    void answersGarbageWithGoodManners() throws Exception {
        server.misbehave(SageMakerFault.GARBAGE);

        HttpResponse<String> answer = invoke("forest", "3\n");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<html>It works!</html>");
    }

    @Test
    void cutsAnAnswerOffInTheMiddle() {
        server.misbehave(SageMakerFault.HALF_WRITTEN);

        assertThatThrownBy(() -> invoke("forest", "3\n")).isInstanceOf(IOException.class);
    }

    @Test
    void answersLate() throws Exception {
        server.misbehave(SageMakerFault.SLOW);
        Instant asked = Instant.now();

        assertThat(invoke("forest", "3\n").statusCode()).isEqualTo(200);
        assertThat(Instant.now()).isAfterOrEqualTo(asked.plus(SageMakerFault.DELAY));
    }

    private HttpResponse<String> invoke(String endpoint, String body) throws IOException, InterruptedException {
        URI target = server.endpoint().resolve("/endpoints/" + endpoint + "/invocations");
        HttpRequest request = HttpRequest.newBuilder(target)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(body, UTF_8))
                .build();
        return client.send(request, BodyHandlers.ofString(UTF_8));
    }
}
