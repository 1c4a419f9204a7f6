package io.flowtide.aws;

import io.flowtide.core.event.Document;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.parquet.ByteRanges;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects in S3. A missing object is an answer here, any other trouble is an {@link S3Exception}. */
public final class ObjectStore {

    public static final String JSON = "application/json";
    public static final String JSON_LINES = "application/jsonl";
    public static final String PNG = "image/png";

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;

    public ObjectStore(S3Client s3) {
        this.s3 = s3;
    }

    /**
     * Opens exactly the version that the notification was about; the caller closes the stream.
     *
     * @return empty when the object was deleted or, in a bucket without versions, replaced since; what replaced it has
     *     a notification of its own
     */
    public Optional<InputStream> open(CreatedObject created) {
        return open(request(created));
    }

    /**
     * Opens parts of exactly the version that the notification was about, one request each.
     *
     * @throws FileNotFoundException when it was deleted or replaced since
     */
    public ByteRanges ranges(CreatedObject created) throws FileNotFoundException {
        GetObjectRequest request = request(created);
        try {
            long size = s3.headObject(head -> head.bucket(request.bucket())
                            .key(request.key())
                            .versionId(request.versionId())
                            .ifMatch(request.ifMatch()))
                    .contentLength();
            return new ObjectRanges(s3, request, size);
        } catch (S3Exception trouble) {
            emptyIfGone(trouble);
            throw new FileNotFoundException(created + " was deleted or replaced while it was read");
        }
    }

    private static GetObjectRequest request(CreatedObject created) {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(created.bucket()).key(created.key());
        if (!created.versionId().isEmpty()) {
            request.versionId(created.versionId());
        } else if (hasEntityTag(created)) {
            request.ifMatch(created.object().version());
        }
        return request.build();
    }

    /** Opens what the key holds now; the caller closes the stream. */
    public Optional<InputStream> open(String bucket, String key) {
        return open(GetObjectRequest.builder().bucket(bucket).key(key).build());
    }

    private Optional<InputStream> open(GetObjectRequest request) {
        try {
            return Optional.of(new ObjectStream(s3.getObject(request)));
        } catch (S3Exception trouble) {
            return emptyIfGone(trouble);
        }
    }

    /** The bytes that the key holds now. */
    public Optional<byte[]> read(String bucket, String key) {
        try {
            return Optional.of(s3.getObject(
                            GetObjectRequest.builder().bucket(bucket).key(key).build(), ResponseTransformer.toBytes())
                    .asByteArrayUnsafe());
        } catch (S3Exception trouble) {
            return emptyIfGone(trouble);
        }
    }

    /**
     * The document that the object holds now. Documents are written whole and again with the same content, so the
     * version does not matter.
     *
     * @throws io.flowtide.core.event.DocumentException when the object is no such document
     */
    public <T extends Document> Optional<T> read(ObjectVersion object, Class<T> type) {
        return read(object.bucket(), object.key()).map(json -> Documents.read(json, type));
    }

    public void put(String bucket, String key, byte[] content, String contentType) {
        s3.putObject(
                request -> request.bucket(bucket).key(key).contentType(contentType), RequestBody.fromBytes(content));
    }

    public void put(String bucket, String key, Document document) {
        put(bucket, key, Documents.write(document), JSON);
    }

    /** All keys under the prefix, in order; pages are fetched as the stream is read. */
    public Stream<String> keys(String bucket, String prefix) {
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key);
    }

    /** The keys under the prefix that come after another one, in order; pages are fetched as the stream is read. */
    public Stream<String> keysFrom(String bucket, String prefix, String after) {
        return s3
                .listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(prefix).startAfter(after))
                .contents()
                .stream()
                .map(S3Object::key);
    }

    /**
     * Moves exactly the version that the notification was about, within its bucket. Repeated, it finds nothing left to
     * move and does nothing.
     *
     * @return whether there was something to move
     */
    public boolean move(CreatedObject created, String to) {
        CopyObjectRequest.Builder copy = CopyObjectRequest.builder()
                .sourceBucket(created.bucket())
                .sourceKey(created.key())
                .destinationBucket(created.bucket())
                .destinationKey(to);
        if (!created.versionId().isEmpty()) {
            copy.sourceVersionId(created.versionId());
        } else if (hasEntityTag(created)) {
            copy.copySourceIfMatch(created.object().version());
        }
        if (!isThere(created)) {
            return false;
        }
        try {
            s3.copyObject(copy.build());
        } catch (S3Exception trouble) {
            return emptyIfGone(trouble).isPresent();
        }
        s3.deleteObject(request -> request.bucket(created.bucket()).key(created.key()));
        return true;
    }

    /** An old version can be copied for ever: only what lies under its key now is moved. */
    private boolean isThere(CreatedObject created) {
        try {
            s3.headObject(request -> request.bucket(created.bucket()).key(created.key()));
            return true;
        } catch (S3Exception trouble) {
            return emptyIfGone(trouble).isPresent();
        }
    }

    private static boolean hasEntityTag(CreatedObject created) {
        String version = created.object().version();
        return !version.isEmpty() && !version.equals(created.sequencer());
    }

    private static <T> Optional<T> emptyIfGone(S3Exception trouble) {
        boolean gone = trouble.statusCode() == NOT_FOUND || trouble.statusCode() == PRECONDITION_FAILED;
        // A bucket that is not there is no missing object, but a mistake in the wiring.
        if (gone && !(trouble instanceof NoSuchBucketException)) {
            return Optional.empty();
        }
        throw trouble;
    }
}
