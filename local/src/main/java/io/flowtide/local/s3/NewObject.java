package io.flowtide.local.s3;

/**
 * An object that was just put.
 *
 * @param event such as {@code ObjectCreated:Put}
 * @param bucket the bucket
 * @param key the key, decoded
 * @param size bytes
 * @param entityTag without quotes
 * @param version empty when the bucket keeps no versions
 */
record NewObject(String event, String bucket, String key, long size, String entityTag, String version) {}
