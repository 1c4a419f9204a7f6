package io.flowtide.local.receivers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowtide.local.http.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiversTest {

    private final Slack slack = new Slack("xoxb", Clock.systemUTC());
    private final ChatBot chatBot = new ChatBot("secret", Clock.systemUTC());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        slack.close();
        chatBot.close();
    }

    @Test
    void slackTakesAFileInThreeCalls() throws Exception {
        JsonNode address =
                slack("files.getUploadURLExternal", "application/x-www-form-urlencoded", "filename=a.png&length=3");
        HttpResponse<String> stored =
                post(URI.create(address.path("upload_url").asText()), "", "application/octet-stream", "PNG");
        JsonNode complete = slack(
                "files.completeUploadExternal",
                "application/json",
                """
                {"files":[{"id":"%s","title":"A"}],"channel_id":"C1","initial_comment":"look"}"""
                        .formatted(address.path("file_id").asText()));

        assertThat(address.path("ok").asBoolean()).isTrue();
        assertThat(stored.body()).isEqualTo("OK - 3");
        assertThat(complete.path("ok").asBoolean()).isTrue();
        assertThat(slack.messages()).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("C1");
            assertThat(message.text()).isEqualTo("look");
            assertThat(message.picture().orElseThrow().name()).isEqualTo("a.png");
            assertThat(message.picture().orElseThrow().content()).asString().isEqualTo("PNG");
        });
    }

    @Test
    void slackTakesAFileAsAForm() throws Exception {
        JsonNode address = slack("files.getUploadURLExternal?filename=b.png&length=2", "text/plain", "");
        post(
                URI.create(address.path("upload_url").asText()),
                "",
                "multipart/form-data; boundary=xyz",
                "--xyz\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nAB\r\n--xyz--\r\n");
        JsonNode complete = slack(
                "files.completeUploadExternal",
                "application/x-www-form-urlencoded",
                "channel_id=C1&files=%5B%7B%22id%22%3A%22"
                        + address.path("file_id").asText() + "%22%7D%5D");

        assertThat(complete.path("ok").asBoolean()).isTrue();
        assertThat(slack.messages().get(0).picture().orElseThrow().content())
                .asString()
                .isEqualTo("AB");
    }

    @Test
    void slackTakesAMessage() throws Exception {
        JsonNode answer = slack("chat.postMessage", "application/json", "{\"channel\":\"C1\",\"text\":\"hello\"}");

        assertThat(answer.path("ok").asBoolean()).isTrue();
        assertThat(slack.messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("hello");
            assertThat(message.picture()).isEmpty();
        });
    }

    @Test
    void slackFindsWhatWasPosted() throws Exception {
        JsonNode first = slack(
                "chat.postMessage",
                "application/json",
                """
                {"channel":"C1","text":"a","metadata":{"event_type":"e","event_payload":{"key":"k-1"}}}""");
        String thread = first.path("ts").asText();
        slack(
                "chat.postMessage",
                "application/json",
                "{\"channel\":\"C1\",\"text\":\"b\",\"thread_ts\":\"%s\"}".formatted(thread));

        JsonNode history = slack("conversations.history", "application/x-www-form-urlencoded", "channel=C1");
        JsonNode replies = slack("conversations.replies", "application/x-www-form-urlencoded", "ts=" + thread);

        assertThat(history.at("/messages/0/metadata/event_payload/key").asText())
                .isEqualTo("k-1");
        assertThat(history.path("messages")).hasSize(1);
        assertThat(replies.at("/messages/0/text").asText()).isEqualTo("b");
    }

    @Test
    void theChatBotKnowsARepeatedAlertByItsKey() throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpRequest request = HttpRequest.newBuilder(chatBot.uri())
                    .header("Authorization", "Bearer secret")
                    .header("Idempotency-Key", "incident-1")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }

        assertThat(chatBot.messages()).hasSize(1);
    }

    @Test
    void slackRefusesAsSlackDoes() throws Exception {
        HttpResponse<String> stranger =
                post(slack.uri().resolve("/api/chat.postMessage"), "Bearer other", "application/json", "{}");

        assertThat(stranger.body()).contains("\"ok\":false").contains("invalid_auth");
        assertThat(slack("no.such.method", "application/json", "{}")
                        .path("error")
                        .asText())
                .isEqualTo("unknown_method");
        assertThat(slack("chat.postMessage", "application/json", "{}")
                        .path("error")
                        .asText())
                .isEqualTo("channel_not_found");
        assertThat(slack("files.completeUploadExternal", "application/json", "{\"files\":[{\"id\":\"F9\"}]}")
                        .path("error")
                        .asText())
                .isEqualTo("file_not_found");
        assertThat(slack("files.getUploadURLExternal", "application/json", "{}")
                        .path("error")
                        .asText())
                .isEqualTo("invalid_arguments");
        assertThat(slack.messages()).isEmpty();
    }

    @Test
    void aServiceThatIsDownComesBack() throws Exception {
        slack.failNext(1);
        chatBot.failNext(1);

        assertThat(post(slack.uri(), "", "text/plain", "").statusCode()).isEqualTo(503);
        assertThat(alert("Bearer secret").statusCode()).isEqualTo(503);
        assertThat(alert("Bearer secret").statusCode()).isEqualTo(200);
    }

    @Test
    void theChatBotKeepsAnAlertAndRefusesAStranger() throws Exception {
        assertThat(alert("Bearer other").statusCode()).isEqualTo(401);
        assertThat(alert("Bearer secret").statusCode()).isEqualTo(200);

        assertThat(chatBot.messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("{\"status\":\"firing\"}");
            assertThat(message.to()).isEqualTo("/alerts");
            assertThat(message.picture()).isEqualTo(Optional.empty());
        });
    }

    private HttpResponse<String> alert(String authorization) throws Exception {
        return post(chatBot.uri(), authorization, "application/json", "{\"status\":\"firing\"}");
    }

    private JsonNode slack(String method, String type, String body) throws Exception {
        return Json.read(post(URI.create(slack.uri() + "/api/" + method), "Bearer xoxb", type, body)
                .body()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(URI uri, String authorization, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", type)
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
