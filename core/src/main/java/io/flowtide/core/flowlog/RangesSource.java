package io.flowtide.core.flowlog;

import io.flowtide.core.parquet.ByteRanges;
import java.io.IOException;

/** Opens a file once more, to read any part of it. */
@FunctionalInterface
public interface RangesSource {

    /** The caller closes what it gets. */
    ByteRanges open() throws IOException;
}
