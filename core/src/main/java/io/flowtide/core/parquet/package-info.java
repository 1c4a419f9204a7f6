/**
 * Reads flat Parquet files column by column: what flow logs need of the format, without Hadoop, reflection or native code,
 * and in memory that does not grow with the file.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">the format</a>
 */
package io.flowtide.core.parquet;
