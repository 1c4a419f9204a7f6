package io.flowtide.local.receivers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowtide.local.http.Exchange;
import io.flowtide.local.http.HttpEndpoint;
import io.flowtide.local.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The part of Slack's Web API that posts text and files: {@code chat.postMessage}, and
 * {@code files.getUploadURLExternal}, the bytes, {@code files.completeUploadExternal}; and the two that list what was
 * posted, {@code conversations.history} and {@code conversations.replies}. Arguments as JSON or as a form.
 */
public final class Slack implements AutoCloseable {

    private final String token;
    private final Mailbox mailbox;
    private final Outage outage = new Outage();
    private final Map<String, Message.Picture> uploads = new ConcurrentHashMap<>();
    private final AtomicInteger files = new AtomicInteger();
    private final HttpEndpoint endpoint = HttpEndpoint.start("slack", 0, this::handle);

    public Slack(String token, Clock clock) {
        this.token = token;
        this.mailbox = new Mailbox(clock);
    }

    public URI uri() {
        return endpoint.uri();
    }

    public List<Message> messages() {
        return mailbox.all();
    }

    /** The next requests are answered with status 503. */
    public void failNext(int requests) {
        outage.failNext(requests);
    }

    /** Something happens once, while the next request is made: before it has any effect, and before its answer. */
    public void duringNext(Runnable what) {
        outage.duringNext(what);
    }

    private void handle(Exchange exchange) throws IOException {
        if (outage.strikes()) {
            exchange.text(503, "down");
        } else if (exchange.path().startsWith("/upload/")) {
            upload(exchange);
        } else if (!exchange.header("Authorization").equals(Optional.of("Bearer " + token))) {
            exchange.json(200, error("invalid_auth"));
        } else {
            exchange.json(200, call(exchange));
        }
    }

    private ObjectNode call(Exchange exchange) throws IOException {
        JsonNode arguments = arguments(exchange);
        return switch (exchange.path().substring(exchange.path().lastIndexOf('/') + 1)) {
            case "files.getUploadURLExternal" -> uploadAddress(arguments);
            case "files.completeUploadExternal" -> completeUpload(arguments);
            case "chat.postMessage" -> postMessage(arguments);
            case "conversations.history" -> posted(message -> message.thread().isEmpty());
            case "conversations.replies" ->
                posted(message -> message.thread().equals(arguments.path("ts").asText()));
            default -> error("unknown_method");
        };
    }

    private static JsonNode arguments(Exchange exchange) throws IOException {
        ObjectNode arguments = Json.object();
        exchange.query().forEach(arguments::put);
        String body = new String(exchange.bytes(), StandardCharsets.UTF_8);
        if (exchange.header("Content-Type").orElse("").contains("json")) {
            return arguments.setAll((ObjectNode) Json.read(body.getBytes(StandardCharsets.UTF_8)));
        }
        if (!body.isBlank()) {
            Exchange.form(body).forEach(arguments::put);
        }
        return arguments;
    }

    private ObjectNode uploadAddress(JsonNode arguments) {
        if (arguments.path("filename").asText().isEmpty()
                || arguments.path("length").asInt() <= 0) {
            return error("invalid_arguments");
        }
        String file = "F%08d".formatted(files.incrementAndGet());
        uploads.put(file, new Message.Picture(file, arguments.path("filename").asText(), new byte[0]));
        return Json.object()
                .put("ok", true)
                .put("upload_url", uri() + "/upload/" + file)
                .put("file_id", file);
    }

    private void upload(Exchange exchange) throws IOException {
        String file = exchange.path().substring("/upload/".length());
        byte[] content = Multipart.content(exchange.header("Content-Type").orElse(""), exchange.bytes());
        if (uploads.computeIfPresent(file, (id, old) -> new Message.Picture(id, old.name(), content)) == null) {
            exchange.text(404, "no such upload");
        } else {
            exchange.text(200, "OK - " + content.length);
        }
    }

    private ObjectNode completeUpload(JsonNode arguments) {
        JsonNode listed = arguments.path("files");
        JsonNode list = listed.isTextual() ? read(listed.asText()) : listed;
        String file = list.path(0).path("id").asText();
        Message.Picture picture = uploads.remove(file);
        if (picture == null || picture.content().length == 0) {
            return error("file_not_found");
        }
        mailbox.add(
                arguments.path("channel_id").asText(),
                arguments.path("initial_comment").asText(),
                picture.name(),
                arguments.path("thread_ts").asText(),
                Optional.of(picture));
        ObjectNode answer = Json.object().put("ok", true);
        answer.putArray("files").addObject().put("id", file).put("title", picture.name());
        return answer;
    }

    private static JsonNode read(String json) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException malformed) {
            return Json.array();
        }
    }

    private ObjectNode postMessage(JsonNode arguments) {
        String channel = arguments.path("channel").asText();
        String text = arguments.path("text").asText();
        if (channel.isEmpty() || text.isEmpty()) {
            return error(channel.isEmpty() ? "channel_not_found" : "no_text");
        }
        Message message = mailbox.add(
                channel,
                text,
                arguments.at("/metadata/event_payload/key").asText(),
                arguments.path("thread_ts").asText(),
                Optional.empty());
        return Json.object().put("ok", true).put("channel", channel).put("ts", message.timestamp());
    }

    private ObjectNode posted(Predicate<Message> wanted) {
        ObjectNode answer = Json.object().put("ok", true);
        ArrayNode messages = answer.putArray("messages");
        mailbox.all().stream().filter(wanted).forEach(message -> messages.add(posted(message)));
        return answer;
    }

    private static ObjectNode posted(Message message) {
        ObjectNode posted = Json.object().put("ts", message.timestamp()).put("text", message.text());
        posted.putObject("metadata")
                .put("event_type", "flowtide_incident")
                .putObject("event_payload")
                .put("key", message.key());
        message.picture()
                .ifPresent(picture -> posted.putArray("files").addObject().put("id", picture.id()));
        return posted;
    }

    private static ObjectNode error(String error) {
        return Json.object().put("ok", false).put("error", error);
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
