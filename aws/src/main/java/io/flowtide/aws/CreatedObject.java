package io.flowtide.aws;

import io.flowtide.core.event.ObjectVersion;
import java.time.Instant;

/**
 * An object that S3 says was created.
 *
 * @param object the object; its version is the version id, or else the entity tag, or else the sequencer
 * @param versioned whether the version is a version id, so that exactly this version can be read
 * @param size in bytes
 * @param eventTime when it was created
 * @param sequencer orders the events of one key: as a hexadecimal number, the greater is the later
 */
public record CreatedObject(ObjectVersion object, boolean versioned, long size, Instant eventTime, String sequencer) {

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
