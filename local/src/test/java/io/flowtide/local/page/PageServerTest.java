package io.flowtide.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowtide.local.Suite;
import io.flowtide.local.TinyProject;
import io.flowtide.local.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a suite around one small function. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageServerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client = HttpClient.newHttpClient();
    private TinyProject project;
    private Suite suite;
    private PageServer page;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        project = TinyProject.lay(folder);
        suite = Suite.start(project.options());
        page = PageServer.start(suite, 0);
    }

    @AfterAll
    void stop() {
        page.close();
        suite.close();
    }

    @Test
    void thePageLoadsNothingFromElsewhere() throws Exception {
        HttpResponse<String> answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(answer.body()).contains("<title>Flowtide").doesNotContain("src=\"http");
        assertThat(get("/page.css").headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "dom", "cards", "slack", "tide"})
    void eachModuleIsServedAndImportsNothingButModulesThatAre(String module) throws Exception {
        HttpResponse<String> answer = get("/" + module + ".js");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
        Matcher imports = Pattern.compile("from \"\\./([^\"]+)\"").matcher(answer.body());
        while (imports.find()) {
            assertThat(get("/" + imports.group(1)).statusCode())
                    .as(imports.group())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusedLinesAreListedAndShown() throws Exception {
        suite.put(suite.lakeBucket(), "rejected/raw/a.log.jsonl", "{\"line\":4}".getBytes(StandardCharsets.UTF_8));

        assertThat(json("/api/state").at("/refused/0/source").asText()).isEqualTo("raw/a.log");
        assertThat(get("/api/refused?key=rejected/raw/a.log.jsonl").body()).isEqualTo("{\"line\":4}");
        assertThat(get("/api/refused?key=models/x").statusCode()).isEqualTo(404);
        assertThat(get("/api/refused?key=rejected/none.jsonl").statusCode()).isEqualTo(404);
    }

    @Test
    void aDroppedFileIsUploadedWhereItsKindBelongs() throws Exception {
        assertThat(post("/api/upload?name=a%20b.log.gz", "x").body()).contains("raw/dropped/a b.log.gz");
        assertThat(post("/api/upload?name=traffic.CSV", "x").body()).contains("testdata/traffic.CSV");
        suite.activity().awaitQuiet(PATIENCE);

        assertThat(project.calls()).anyMatch(call -> call.contains("raw/dropped/a+b.log.gz"));
        assertThat(suite.s3()
                        .getObjectAsBytes(
                                get -> get.bucket(suite.ingestBucket()).key("testdata/traffic.CSV"))
                        .asUtf8String())
                .isEqualTo("x");
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() throws Exception {
        assertThat(post("/api/upload?name=..%2F..%2Fx.csv", "x").statusCode()).isEqualTo(400);
        assertThat(post("/api/upload", "x").statusCode()).isEqualTo(400);
    }

    @Test
    void anotherSiteMaySendNothing() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(page.uri().resolve("/api/upload?name=evil.csv"))
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();

        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theStateTellsOfFunctionsAndMessages() throws Exception {
        HttpRequest slack = HttpRequest.newBuilder(suite.slack().uri().resolve("/api/chat.postMessage"))
                .header("Authorization", "Bearer xoxb-local")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"channel\":\"C1\",\"text\":\"<b>tide</b>\"}"))
                .build();
        client.send(slack, HttpResponse.BodyHandlers.discarding());
        suite.activity().awaitQuiet(PATIENCE);

        JsonNode state = json("/api/state");

        assertThat(state.at("/functions/0/name").asText()).isEqualTo("tiny");
        assertThat(state.at("/functions/0/done").asInt()).isPositive();
        assertThat(state.at("/slack/0/text").asText()).isEqualTo("<b>tide</b>");
        assertThat(state.path("underway").asInt()).isZero();
        assertThat(get("/api/log?function=tiny").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(get("/no/such/thing").statusCode()).isEqualTo(404);
        assertThat(get("/slack/99").statusCode()).isEqualTo(404);
        assertThat(get("/charts/nothing").statusCode()).isEqualTo(404);
        assertThat(post("/api/redrive?id=none", "").statusCode()).isEqualTo(404);
    }

    private JsonNode json(String path) throws Exception {
        return Json.read(get(path).body().getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(page.uri() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(page.uri() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
