package io.flowtide.aws;

import io.flowtide.core.event.ObjectVersion;
import java.time.Instant;

/**
 * An object that S3 says was created.
 *
 * @param object the object; its version is the entity tag, or else the version id, or else the sequencer. So the same
 *     content put under the same key once more is the same object, also in a bucket that keeps versions
 * @param versionId names exactly this version, where the bucket keeps versions; empty where it does not
 * @param size in bytes
 * @param eventTime when it was created
 * @param sequencer orders the events of one key: as a hexadecimal number, the greater is the later
 */
public record CreatedObject(ObjectVersion object, String versionId, long size, Instant eventTime, String sequencer) {

    public String bucket() {
        return object.bucket();
    }

    public String key() {
        return object.key();
    }

    @Override
    public String toString() {
        return object.toString();
    }
}
