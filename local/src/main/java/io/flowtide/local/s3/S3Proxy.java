package io.flowtide.local.s3;

import io.flowtide.local.access.Policies;
import io.flowtide.local.http.Exchange;
import io.flowtide.local.http.HttpEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stands before an S3, passes on what the caller may do, and tells of each object that was put. */
public final class S3Proxy implements AutoCloseable {

    private static final int FORBIDDEN = 403;

    /** Headers that belong to one connection, or that the HTTP client writes itself. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection", "content-length", "expect", "host", "http2-settings", "transfer-encoding", "upgrade", "date");

    private final URI backend;
    private final Notifications notifications;
    private final S3Access access;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpEndpoint endpoint;

    private S3Proxy(URI backend, Notifications notifications, Policies policies) {
        this.backend = backend;
        this.access = new S3Access(policies);
        this.notifications = notifications;
        this.endpoint = HttpEndpoint.start("s3", 0, this::answer);
    }

    public static S3Proxy start(URI backend, Notifications notifications, Policies policies) {
        return new S3Proxy(backend, notifications, policies);
    }

    public URI uri() {
        return endpoint.uri();
    }

    private void answer(Exchange exchange) throws IOException, InterruptedException {
        Optional<String> refusal = access.refusal(exchange);
        if (refusal.isPresent()) {
            refuse(exchange, refusal.get());
        } else {
            pass(exchange);
        }
    }

    private static void refuse(Exchange exchange, String reason) throws IOException {
        String xml = "<Error><Code>AccessDenied</Code><Message>"
                + reason.replace("&", "&amp;").replace("<", "&lt;") + "</Message></Error>";
        if (exchange.method().equals("HEAD")) {
            exchange.headersOnly(FORBIDDEN);
        } else {
            exchange.answer(FORBIDDEN, "application/xml", xml.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void pass(Exchange exchange) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request(exchange), HttpResponse.BodyHandlers.ofInputStream());
        // S3 tells after the object is there, and whoever put it does not wait for that.
        try (InputStream body = response.body()) {
            if (response.statusCode() == 404 && access.hidesMissing(exchange)) {
                refuse(exchange, "Whoever may not list a bucket is not told what is missing in it");
                return;
            }
            if (response.statusCode() == 200) {
                created(exchange, response.headers()).ifPresent(notifications::tell);
            }
            copyHeaders(response.headers(), exchange);
            if (exchange.method().equals("HEAD")) {
                response.headers()
                        .firstValue("content-length")
                        .ifPresent(size -> exchange.setHeader("Content-Length", size));
                exchange.headersOnly(response.statusCode());
            } else {
                long length =
                        response.headers().firstValueAsLong("content-length").orElse(-1);
                exchange.stream(response.statusCode(), response.statusCode() == 204 ? 0 : length, body);
            }
        }
    }

    private HttpRequest request(Exchange exchange) throws IOException {
        URI uri = URI.create(backend + exchange.uri().toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(exchange.method(), body(exchange));
        exchange.headers().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static HttpRequest.BodyPublisher body(Exchange exchange) {
        long length = exchange.header("Content-Length").map(Long::parseLong).orElse(-1L);
        boolean chunked = exchange.header("Transfer-Encoding").isPresent();
        if (length <= 0 && !chunked) {
            return HttpRequest.BodyPublishers.noBody();
        }
        HttpRequest.BodyPublisher stream = HttpRequest.BodyPublishers.ofInputStream(exchange::body);
        return chunked ? stream : HttpRequest.BodyPublishers.fromPublisher(stream, length);
    }

    private static void copyHeaders(HttpHeaders headers, Exchange exchange) {
        headers.map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> exchange.addHeader(name, value));
            }
        });
    }

    private Optional<NewObject> created(Exchange exchange, HttpHeaders answer)
            throws IOException, InterruptedException {
        String[] bucketAndKey = exchange.uri().getRawPath().substring(1).split("/", 2);
        if (bucketAndKey.length < 2 || bucketAndKey[1].isEmpty()) {
            return Optional.empty();
        }
        Optional<String> event = event(exchange);
        if (event.isEmpty()) {
            return Optional.empty();
        }
        HttpHeaders object = stored(exchange, event.get(), answer);
        return Optional.of(new NewObject(
                "ObjectCreated:" + event.get(),
                decode(bucketAndKey[0]),
                decode(bucketAndKey[1]),
                size(exchange, event.get(), object),
                object.firstValue("etag").orElse("").replace("\"", ""),
                answer.firstValue("x-amz-version-id").orElse("")));
    }

    private static Optional<String> event(Exchange exchange) {
        Map<String, String> query = exchange.query();
        if (exchange.method().equals("POST") && query.containsKey("uploadId")) {
            return Optional.of("CompleteMultipartUpload");
        }
        boolean part = query.containsKey("uploadId") || query.containsKey("tagging") || query.containsKey("acl");
        if (!exchange.method().equals("PUT") || part) {
            return Optional.empty();
        }
        return Optional.of(exchange.header("x-amz-copy-source").isPresent() ? "Copy" : "Put");
    }

    /** The headers of the stored object: those of the answer to a put, or else S3 is asked. */
    private HttpHeaders stored(Exchange exchange, String event, HttpHeaders answer)
            throws IOException, InterruptedException {
        if (event.equals("Put")) {
            return answer;
        }
        URI object = URI.create(backend + exchange.uri().getRawPath());
        HttpRequest head = HttpRequest.newBuilder(object)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(head, HttpResponse.BodyHandlers.discarding()).headers();
    }

    private static long size(Exchange exchange, String event, HttpHeaders stored) {
        if (!event.equals("Put")) {
            return stored.firstValueAsLong("content-length").orElse(0);
        }
        return exchange.header("x-amz-decoded-content-length")
                .or(() -> exchange.header("Content-Length"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
