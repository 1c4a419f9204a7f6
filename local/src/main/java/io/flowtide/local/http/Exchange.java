package io.flowtide.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One request and its answer. */
public final class Exchange {

    private static final int NO_BODY = -1;

    private final HttpExchange exchange;

    Exchange(HttpExchange exchange) {
        this.exchange = exchange;
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    public URI uri() {
        return exchange.getRequestURI();
    }

    /** The decoded path. */
    public String path() {
        return exchange.getRequestURI().getPath();
    }

    /** The first value of a request header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    public Map<String, java.util.List<String>> headers() {
        return exchange.getRequestHeaders();
    }

    public InputStream body() {
        return exchange.getRequestBody();
    }

    public byte[] bytes() throws IOException {
        return exchange.getRequestBody().readAllBytes();
    }

    /** The parameters of the address. */
    public Map<String, String> query() {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? Map.of() : form(query);
    }

    /** Reads {@code a=1&b=2}, percent-decoded. */
    public static Map<String, String> form(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            String[] nameAndValue = pair.split("=", 2);
            fields.put(decode(nameAndValue[0]), nameAndValue.length == 2 ? decode(nameAndValue[1]) : "");
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public void setHeader(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    public void addHeader(String name, String value) {
        exchange.getResponseHeaders().add(name, value);
    }

    public void answer(int status, String contentType, byte[] body) throws IOException {
        setHeader("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length == 0 ? NO_BODY : body.length);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
    }

    public void json(int status, JsonNode body) throws IOException {
        answer(status, "application/json", Json.bytes(body));
    }

    public void text(int status, String body) throws IOException {
        answer(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Only the status and the headers that were set: the answer to HEAD. */
    public void headersOnly(int status) throws IOException {
        exchange.sendResponseHeaders(status, NO_BODY);
    }

    /** Passes a body through without holding it. */
    public void stream(int status, long length, InputStream body) throws IOException {
        exchange.sendResponseHeaders(status, length == 0 ? NO_BODY : Math.max(length, 0));
        body.transferTo(exchange.getResponseBody());
        exchange.getResponseBody().flush();
    }

    void fail(RuntimeException failure) throws IOException {
        if (exchange.getResponseCode() == -1) {
            text(500, String.valueOf(failure));
        }
    }
}
