package io.flowtide.local.page;

import io.flowtide.core.event.Keys;
import io.flowtide.local.Suite;
import io.flowtide.local.http.Exchange;
import io.flowtide.local.http.HttpEndpoint;
import io.flowtide.local.http.Json;
import io.flowtide.local.receivers.Message;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Shows what goes on in a suite, and takes files. */
public final class PageServer implements AutoCloseable {

    /** What the page consists of, beside itself. */
    private static final Set<String> ASSETS =
            Set.of("page.css", "page.js", "dom.js", "cards.js", "slack.js", "tide.js");

    private final Suite suite;
    private final RefusedLines refused;
    private final StateView state;
    private final SeriesView series;
    private final HttpEndpoint endpoint;

    private PageServer(Suite suite, int port) {
        this.suite = suite;
        this.refused = new RefusedLines(suite);
        this.state = new StateView(suite, refused);
        this.series = new SeriesView(suite, Clock.systemUTC());
        this.endpoint = HttpEndpoint.start("page", port, this::handle);
    }

    /**
     * @param port 0 for any free one
     */
    public static PageServer start(Suite suite, int port) {
        return new PageServer(suite, port);
    }

    public URI uri() {
        return URI.create("http://localhost:" + endpoint.port());
    }

    private void handle(Exchange exchange) throws IOException {
        exchange.setHeader("Cache-Control", "no-store");
        if (exchange.method().equals("POST") && !fromThisPage(exchange)) {
            exchange.text(403, "Only this page may send something here.");
            return;
        }
        switch (exchange.path()) {
            case "/" -> asset(exchange, "page.html");
            case "/api/state" -> exchange.json(200, state.toJson());
            case "/api/series" -> exchange.json(200, series.toJson(exchange.query()));
            case "/api/upload" -> upload(exchange);
            case "/api/redrive" -> redrive(exchange);
            case "/api/log" -> log(exchange);
            case "/api/refused" -> refused(exchange);
            default -> assetOrPicture(exchange);
        }
    }

    /** A page from elsewhere that is open in the same browser must not be able to send files here. */
    private boolean fromThisPage(Exchange exchange) {
        return exchange.header("Origin")
                .map(origin -> origin.equals("http://" + exchange.header("Host").orElse("")))
                .orElse(true);
    }

    private void assetOrPicture(Exchange exchange) throws IOException {
        String name = exchange.path().substring(1);
        if (ASSETS.contains(name)) {
            asset(exchange, name);
        } else {
            picture(exchange);
        }
    }

    private static void asset(Exchange exchange, String name) throws IOException {
        String kind = name.substring(name.lastIndexOf('.') + 1).replace("js", "javascript");
        try (InputStream content = PageServer.class.getResourceAsStream(name)) {
            exchange.answer(200, "text/" + kind + "; charset=utf-8", content.readAllBytes());
        }
    }

    private void upload(Exchange exchange) throws IOException {
        String name = exchange.query().getOrDefault("name", "");
        if (name.isBlank() || name.contains("/")) {
            exchange.text(400, "A file needs a name without slashes.");
            return;
        }
        String key = Uploads.key(name);
        suite.put(suite.ingestBucket(), key, exchange.bytes());
        exchange.json(200, Json.object().put("key", key));
    }

    private void redrive(Exchange exchange) throws IOException {
        boolean sent = exchange.method().equals("POST")
                && suite.redrive(exchange.query().getOrDefault("id", ""));
        exchange.json(sent ? 200 : 404, Json.object().put("sent", sent));
    }

    private void log(Exchange exchange) throws IOException {
        exchange.text(200, LogTail.of(suite.log(exchange.query().getOrDefault("function", ""))));
    }

    private void refused(Exchange exchange) throws IOException {
        Optional<byte[]> lines = refused.lines(exchange.query().getOrDefault("key", ""));
        exchange.text(
                lines.isPresent() ? 200 : 404,
                lines.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("There is no such file."));
    }

    private void picture(Exchange exchange) throws IOException {
        String path = exchange.path();
        if (path.startsWith("/slack/")) {
            answerPicture(exchange, slackPicture(path.substring("/slack/".length())));
        } else if (path.startsWith("/charts/")) {
            answerPicture(exchange, chart(path.substring("/charts/".length())));
        } else {
            exchange.text(404, "There is nothing here.");
        }
    }

    private static void answerPicture(Exchange exchange, Optional<byte[]> picture) throws IOException {
        if (picture.isPresent()) {
            exchange.answer(200, "image/png", picture.get());
        } else {
            exchange.text(404, "There is no such picture.");
        }
    }

    private Optional<byte[]> slackPicture(String id) {
        return suite.slack().messages().stream()
                .filter(message -> Integer.toString(message.id()).equals(id))
                .flatMap(message -> message.picture().stream())
                .map(Message.Picture::content)
                .findFirst();
    }

    private Optional<byte[]> chart(String incident) {
        try {
            return Optional.of(suite.s3()
                    .getObjectAsBytes(get -> get.bucket(suite.lakeBucket()).key(Keys.chart(incident)))
                    .asByteArray());
        } catch (NoSuchKeyException notYet) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
