package io.flowtide.core.parquet;

import java.io.IOException;

/** A file is no Parquet file, is damaged, or uses a part of the format that is not read here. The message says which. */
public final class ParquetException extends IOException {

    ParquetException(String message) {
        super(message);
    }
}
