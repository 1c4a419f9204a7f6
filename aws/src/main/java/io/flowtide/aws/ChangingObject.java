package io.flowtide.aws;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What an object says that people may change at any time. It is read anew when its entity tag has changed, and looked after
 * now and then; a container that stays warm pays one small request for that.
 *
 * @param <T> what the content is understood as
 */
public final class ChangingObject<T> {

    private static final int NOT_FOUND = 404;

    /** Understands the content; called once per change. */
    public interface Reader<T> {
        /** @return empty when the content can't be used, which the reader itself has said to people */
        Optional<T> read(InputStream content) throws IOException;
    }

    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final Duration rest;
    private final Clock clock;
    private final Reader<T> reader;

    private Instant lookAgain = Instant.MIN;
    private String entityTag = "";
    private Optional<T> value = Optional.empty();

    /** @param rest how long it is taken to be as it was */
    public ChangingObject(S3Client s3, String bucket, String key, Duration rest, Clock clock, Reader<T> reader) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        this.rest = rest;
        this.clock = clock;
        this.reader = reader;
    }

    /** @return empty when there is no such object, or it can't be used */
    public Optional<T> get() throws IOException {
        Instant now = clock.instant();
        if (!now.isBefore(lookAgain)) {
            look();
            lookAgain = now.plus(rest);
        }
        return value;
    }

    private void look() throws IOException {
        try {
            String current =
                    s3.headObject(request -> request.bucket(bucket).key(key)).eTag();
            if (!current.equals(entityTag)) {
                read();
            }
        } catch (S3Exception trouble) {
            if (trouble.statusCode() != NOT_FOUND) {
                throw trouble;
            }
            entityTag = "";
            value = Optional.empty();
        }
    }

    private void read() throws IOException {
        try (ResponseInputStream<GetObjectResponse> content =
                s3.getObject(request -> request.bucket(bucket).key(key))) {
            value = reader.read(content);
            entityTag = content.response().eTag();
        }
    }
}
