package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

class ChangingObjectTest {

    private static final String KEY = "config/changing.csv";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void isReadAgainOnlyWhenItChanged() throws IOException {
        Aws.S3.deleteObject(request -> request.bucket(Aws.BUCKET).key(KEY));
        ChangingObject<String> object = changing();
        assertThat(object.get()).isEmpty();

        put("a");
        assertThat(object.get()).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        assertThat(object.get()).contains("a");
        clock.advance(Duration.ofSeconds(10));
        assertThat(object.get()).contains("a");
        assertThat(reads).hasValue(1);

        put("b");
        clock.advance(Duration.ofSeconds(10));
        assertThat(object.get()).contains("b");
        assertThat(reads).hasValue(2);
    }

    @Test
    void onceItIsDeletedItSaysNothing() throws IOException {
        put("a");
        ChangingObject<String> object = changing();
        assertThat(object.get()).contains("a");

        Aws.S3.deleteObject(request -> request.bucket(Aws.BUCKET).key(KEY));
        clock.advance(Duration.ofSeconds(10));
        assertThat(object.get()).isEmpty();

        put("a");
        clock.advance(Duration.ofSeconds(10));
        assertThat(object.get()).contains("a");
    }

    private ChangingObject<String> changing() {
        return new ChangingObject<>(Aws.S3, Aws.BUCKET, KEY, Duration.ofSeconds(10), clock, content -> {
            reads.incrementAndGet();
            return Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        });
    }

    private static void put(String content) {
        Aws.S3.putObject(request -> request.bucket(Aws.BUCKET).key(KEY), RequestBody.fromString(content));
    }
}
