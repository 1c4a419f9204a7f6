package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.parquet.ByteRanges;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ObjectStoreTest {

    private final ObjectStore store = new ObjectStore(Aws.S3);

    @Test
    void opensExactlyTheVersionOfTheNotification() {
        PutObjectResponse first = put(Aws.VERSIONED_BUCKET, "raw/a b.log", "first");
        put(Aws.VERSIONED_BUCKET, "raw/a b.log", "second");

        assertThat(text(store.open(created(Aws.VERSIONED_BUCKET, "raw/a b.log", first.versionId(), true))))
                .contains("first");
        assertThat(text(store.open(Aws.VERSIONED_BUCKET, "raw/a b.log"))).contains("second");
    }

    @Test
    void opensWhatIsThereWhenTheNotificationKnewNoVersion() {
        String entityTag = put(Aws.BUCKET, "raw/tagged", "content").eTag().replace("\"", "");

        assertThat(text(store.open(created(Aws.BUCKET, "raw/tagged", entityTag, false))))
                .contains("content");
        assertThat(text(store.open(created(Aws.BUCKET, "raw/tagged", "", false))))
                .contains("content");
        assertThat(text(store.open(created(Aws.BUCKET, "raw/tagged", "sequencer", false))))
                .contains("content");
    }

    @Test
    void readsPartsOfExactlyTheVersionOfTheNotification() throws IOException {
        PutObjectResponse first = put(Aws.VERSIONED_BUCKET, "raw/a.parquet", "0123456789");
        put(Aws.VERSIONED_BUCKET, "raw/a.parquet", "abc");
        byte[] into = new byte[6];

        try (ByteRanges ranges =
                store.ranges(created(Aws.VERSIONED_BUCKET, "raw/a.parquet", first.versionId(), true))) {
            assertThat(ranges.size()).isEqualTo(10);
            ranges.read(4, into, 1, 5);
            ranges.read(9, into, 0, 1);
            assertThat(utf8(into)).isEqualTo("945678");
            assertThatThrownBy(() -> ranges.read(8, into, 0, 4))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("raw/a.parquet");
        }
    }

    @Test
    void saysThatAnObjectIsGoneBeforeItsPartsAreRead() {
        assertThatThrownBy(() -> store.ranges(created(Aws.VERSIONED_BUCKET, "absent.parquet", "1", true)))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("deleted or replaced");
    }

    @Test
    void doesNotWaitForWhatIsNotRead() throws IOException {
        byte[] large = new byte[20_000_000];
        Aws.S3.putObject(request -> request.bucket(Aws.BUCKET).key("large"), RequestBody.fromBytes(large));

        try (InputStream content = store.open(Aws.BUCKET, "large").orElseThrow()) {
            assertThat(content.readNBytes(10)).hasSize(10);
        }
        assertThat(store.read(Aws.BUCKET, "large").orElseThrow()).hasSameSizeAs(large);
    }

    @Test
    void answersEmptyWhenTheObjectIsGone() {
        assertThat(store.open(Aws.BUCKET, "absent")).isEmpty();
        assertThat(store.read(Aws.BUCKET, "absent")).isEmpty();
        assertThat(store.open(created(Aws.VERSIONED_BUCKET, "absent", "1", true)))
                .isEmpty();
        assertThat(store.move(created(Aws.BUCKET, "absent", "", false), "elsewhere"))
                .isFalse();
    }

    @Test
    void failsWhenThereIsNoSuchBucket() {
        assertThatThrownBy(() -> store.put("no-such-bucket", "key", new byte[0], ObjectStore.JSON))
                .isInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> store.read("no-such-bucket", "key")).isInstanceOf(S3Exception.class);
    }

    @Test
    void putsWithTheContentType() {
        store.put(Aws.BUCKET, "typed", "{}".getBytes(StandardCharsets.UTF_8), ObjectStore.JSON);

        assertThat(Aws.S3
                        .headObject(request -> request.bucket(Aws.BUCKET).key("typed"))
                        .contentType())
                .isEqualTo("application/json");
        assertThat(store.read(Aws.BUCKET, "typed").map(ObjectStoreTest::utf8)).contains("{}");
    }

    @Test
    void listsAllPagesOfAPrefix() {
        List<String> keys =
                IntStream.range(0, 1001).mapToObj("listed/%04d"::formatted).toList();
        keys.forEach(key -> store.put(Aws.BUCKET, key, new byte[0], ObjectStore.JSON));
        store.put(Aws.BUCKET, "listed-not", new byte[0], ObjectStore.JSON);

        assertThat(store.keys(Aws.BUCKET, "listed/")).containsExactlyElementsOf(keys);
    }

    @Test
    void movesOnceAndDoesNothingTheSecondTime() {
        String entityTag = put(Aws.BUCKET, "testdata/ä +.csv", "content").eTag().replace("\"", "");
        CreatedObject created = created(Aws.BUCKET, "testdata/ä +.csv", entityTag, false);

        assertThat(store.move(created, "finished/ä +.csv")).isTrue();
        assertThat(store.move(created, "finished/ä +.csv")).isFalse();

        assertThat(store.open(Aws.BUCKET, "testdata/ä +.csv")).isEmpty();
        assertThat(text(store.open(Aws.BUCKET, "finished/ä +.csv"))).contains("content");
    }

    @Test
    void movesTheVersionOfTheNotification() {
        String version = put(Aws.VERSIONED_BUCKET, "testdata/v.csv", "content").versionId();
        CreatedObject created = created(Aws.VERSIONED_BUCKET, "testdata/v.csv", version, true);

        assertThat(store.move(created, "finished/v.csv")).isTrue();
        assertThat(store.move(created, "finished/again.csv")).isFalse();

        assertThat(text(store.open(Aws.VERSIONED_BUCKET, "finished/v.csv"))).contains("content");
        assertThat(store.open(Aws.VERSIONED_BUCKET, "finished/again.csv")).isEmpty();
    }

    private static PutObjectResponse put(String bucket, String key, String content) {
        return Aws.S3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(content));
    }

    private static CreatedObject created(String bucket, String key, String version, boolean versioned) {
        return new CreatedObject(
                new ObjectVersion(bucket, key, version), versioned ? version : "", 0, Instant.EPOCH, "sequencer");
    }

    private static Optional<String> text(Optional<InputStream> opened) {
        return opened.map(stream -> {
            try (stream) {
                return utf8(stream.readAllBytes());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
