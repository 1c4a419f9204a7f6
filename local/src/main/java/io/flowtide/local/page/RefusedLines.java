package io.flowtide.local.page;

import io.flowtide.core.event.Keys;
import io.flowtide.local.Suite;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What could not be used of uploaded files. */
final class RefusedLines {

    private static final String SUFFIX = ".jsonl";

    private final Suite suite;

    /**
     * @param key where the lines lie in the lake
     * @param source the key of the file that they are from
     */
    record File(String key, String source) {}

    RefusedLines(Suite suite) {
        this.suite = suite;
    }

    /** The first thousand of them. */
    List<File> files() {
        return suite
                .s3()
                .listObjectsV2(list -> list.bucket(suite.lakeBucket()).prefix(Keys.REJECTED))
                .contents()
                .stream()
                .map(object -> new File(object.key(), source(object.key())))
                .toList();
    }

    private static String source(String key) {
        String source = key.substring(Keys.REJECTED.length());
        return source.endsWith(SUFFIX) ? source.substring(0, source.length() - SUFFIX.length()) : source;
    }

    /** JSON, one object per refused line; empty when there is no such file. */
    Optional<byte[]> lines(String key) {
        if (!key.startsWith(Keys.REJECTED)) {
            return Optional.empty();
        }
        try {
            return Optional.of(suite.s3()
                    .getObjectAsBytes(get -> get.bucket(suite.lakeBucket()).key(key))
                    .asByteArray());
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }
}
