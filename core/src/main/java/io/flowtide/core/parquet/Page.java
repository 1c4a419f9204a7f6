package io.flowtide.core.parquet;

/**
 * A page, decompressed.
 *
 * @param header what it says of itself
 * @param bytes levels and values, from 0 to {@code header.size()}, with slack behind
 */
record Page(PageHeader header, byte[] bytes) {

    /** Bytes that are readable behind a page. */
    static final int SLACK = 16;
}
