package io.flowtide.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowtide.local.access.Policies;
import io.flowtide.local.http.Exchange;
import io.flowtide.local.http.HttpEndpoint;
import io.flowtide.local.http.Json;
import io.flowtide.local.lambda.Activity;
import io.flowtide.local.lambda.DeadLetters;
import io.flowtide.local.lambda.FunctionHost;
import io.flowtide.local.lambda.HostSettings;
import io.flowtide.local.lambda.RetryPolicy;
import io.flowtide.local.sns.Delivery;
import io.flowtide.local.sns.Topics;
import io.flowtide.local.template.Wiring;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {

    private static final String TOPIC = "arn:aws:sns:eu-central-1:000000000000:heard";
    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:000000000000:function:hearer";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:05:00.123Z"), ZoneOffset.UTC);

    private final DeadLetters deadLetters = new DeadLetters();
    private final Activity activity = new Activity();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final Topics topics = new Topics(
            List.of(TOPIC),
            List.of(new Wiring.Subscription(TOPIC, FUNCTION)),
            Map.of(FUNCTION, hearer()),
            Delivery.orderly(),
            CLOCK);
    private final Gateway gateway =
            new Gateway(topics, Map.of("flowtide/slack", "xoxb-\"quoted\""), new Policies(List.of()));

    /** It can't be started, so that what it should hear is found in the dead letters. */
    private FunctionHost hearer() {
        Wiring.Function function = new Wiring.Function(
                "hearer",
                FUNCTION,
                Path.of("none.zip"),
                "none",
                "java21",
                128,
                Duration.ofSeconds(1),
                0,
                Map.of(),
                List.of(),
                "");
        return new FunctionHost(
                function,
                api -> {
                    throw new IOException("deaf");
                },
                new HostSettings(1, RetryPolicy.QUICK),
                new FunctionHost.Surroundings(deadLetters, activity, timer, CLOCK));
    }

    @AfterEach
    void stop() {
        gateway.close();
        timer.shutdownNow();
    }

    @Test
    void aMessageWithPartsIsHeardAsItsDefault() throws Exception {
        send(
                "",
                "Action=Publish&TopicArn=" + TOPIC
                        + "&MessageStructure=json&Message=%7B%22default%22%3A%22a%22%2C%22email%22%3A%22b%22%7D");
        activity.awaitQuiet(Duration.ofSeconds(30));

        assertThat(Json.read(deadLetters.all().get(0).event().getBytes(StandardCharsets.UTF_8))
                        .at("/Records/0/Sns/Message")
                        .asText())
                .isEqualTo("a");
    }

    @Test
    void aPublishedMessageReachesItsFunctionInTheEnvelopeOfSns() throws Exception {
        HttpResponse<String> answer =
                send("", "Action=Publish&TopicArn=" + TOPIC + "&Message=%7B%22a%22%3A1%7D&Subject=look");
        activity.awaitQuiet(Duration.ofSeconds(30));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode record = Json.read(deadLetters.all().get(0).event().getBytes(StandardCharsets.UTF_8))
                .at("/Records/0");
        assertThat(record.path("EventSource").asText()).isEqualTo("aws:sns");
        assertThat(record.path("EventVersion").asText()).isEqualTo("1.0");
        assertThat(record.path("EventSubscriptionArn").asText()).startsWith(TOPIC + ":");
        JsonNode sns = record.path("Sns");
        assertThat(sns.path("Type").asText()).isEqualTo("Notification");
        assertThat(answer.body()).contains("<MessageId>" + sns.path("MessageId").asText() + "</MessageId>");
        assertThat(sns.path("TopicArn").asText()).isEqualTo(TOPIC);
        assertThat(sns.path("Subject").asText()).isEqualTo("look");
        assertThat(sns.path("Message").asText()).isEqualTo("{\"a\":1}");
        assertThat(sns.path("Timestamp").asText()).isEqualTo("2026-11-21T08:05:00.123Z");
        assertThat(sns.path("MessageAttributes").isObject()).isTrue();
    }

    @Test
    void anUnknownTopicIsRefused() throws Exception {
        HttpResponse<String> answer = send("", "Action=Publish&TopicArn=arn:nobody&Message=x");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<Code>NotFound</Code>");
        assertThat(send("", "Action=ListTopics&TopicArn=" + TOPIC).statusCode()).isEqualTo(400);
    }

    @Test
    void secretsAreGivenByName() throws Exception {
        HttpResponse<String> answer = send("secretsmanager.GetSecretValue", "{\"SecretId\":\"flowtide/slack\"}");

        assertThat(Json.read(answer.body().getBytes(StandardCharsets.UTF_8))
                        .path("SecretString")
                        .asText())
                .isEqualTo("xoxb-\"quoted\"");
    }

    @Test
    void anUnknownSecretAndAnUnknownServiceAreRefusedAsAwsDoes() throws Exception {
        HttpResponse<String> unknown = send("secretsmanager.GetSecretValue", "{\"SecretId\":\"other\"}");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.headers().firstValue("x-amzn-ErrorType")).contains("ResourceNotFoundException");
        assertThat(send("Kinesis.PutRecord", "{}").body()).contains("Kinesis.PutRecord");
    }

    @Test
    void aHandlerThatThrowsIsAnsweredWithItsReason() throws Exception {
        try (HttpEndpoint broken = HttpEndpoint.start("broken", 0, GatewayTest::fail)) {
            HttpRequest request = HttpRequest.newBuilder(broken.uri()).build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("as asked");
        }
    }

    private static void fail(Exchange exchange) {
        throw new IllegalStateException("as asked");
    }

    private HttpResponse<String> send(String target, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.uri()).POST(HttpRequest.BodyPublishers.ofString(body));
        if (!target.isEmpty()) {
            request.header("X-Amz-Target", target);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
