package io.flowtide.core.event;

/**
 * One version of one object: what a key derived from the input is derived from.
 *
 * @param bucket the bucket's name
 * @param key the object's key, decoded
 * @param version the entity tag, or the version id where there is none; empty when neither is known
 */
public record ObjectVersion(String bucket, String key, String version) {

    public ObjectVersion {
        if (bucket.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException(
                    "An object needs a bucket and a key, not '" + bucket + "' and '" + key + "'");
        }
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key + (version.isEmpty() ? "" : "@" + version);
    }
}
