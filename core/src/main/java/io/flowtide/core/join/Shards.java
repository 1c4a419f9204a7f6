package io.flowtide.core.join;

import io.flowtide.core.series.SeriesId;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Which shard a series belongs to: {@code crc32(name) mod shards}. */
public final class Shards {

    private Shards() {}

    /** @param shards how many there are, positive */
    public static int of(SeriesId series, int shards) {
        CRC32 hash = new CRC32();
        hash.update(series.name().getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % shards);
    }
}
