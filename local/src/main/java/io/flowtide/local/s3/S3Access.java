package io.flowtide.local.s3;

import io.flowtide.local.access.Policies;
import io.flowtide.local.http.Exchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Which permissions a request to S3 takes. */
final class S3Access {

    private static final String ARN = "arn:aws:s3:::";

    private final Policies policies;

    S3Access(Policies policies) {
        this.policies = policies;
    }

    /** What S3 would say when it refuses; empty when the caller may. */
    Optional<String> refusal(Exchange exchange) {
        String caller = Policies.caller(exchange);
        String path = decode(exchange.uri().getRawPath().substring(1));
        return policies.refusal(caller, action(exchange, path), ARN + path)
                .or(() -> exchange.header("x-amz-copy-source")
                        .flatMap(source -> policies.refusal(caller, "s3:GetObject", ARN + source(source))));
    }

    private static String action(Exchange exchange, String path) {
        boolean object = path.indexOf('/') > 0 && !path.endsWith("/");
        Map<String, String> query = exchange.query();
        return switch (exchange.method()) {
            case "GET", "HEAD" -> object ? read(query) : "s3:ListBucket";
            case "DELETE" -> query.containsKey("versionId") ? "s3:DeleteObjectVersion" : "s3:DeleteObject";
            default -> object ? "s3:PutObject" : "s3:CreateBucket";
        };
    }

    private static String read(Map<String, String> query) {
        return query.containsKey("versionId") ? "s3:GetObjectVersion" : "s3:GetObject";
    }

    private static String source(String header) {
        String path = decode(header.replaceFirst("\\?versionId=.*", ""));
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** S3 tells only those who may list a bucket that an object is missing. */
    boolean hidesMissing(Exchange exchange) {
        String bucket = exchange.uri().getRawPath().substring(1).split("/", 2)[0];
        return !policies.allows(Policies.caller(exchange), "s3:ListBucket", ARN + decode(bucket));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
