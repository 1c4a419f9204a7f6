package io.flowtide.core.dependency;

import io.flowtide.core.series.Spreading;
import java.time.Instant;

/**
 * What went from one service to another within an hour. A record counts in the hour of its start.
 *
 * @param records flow log records
 * @param bytes their bytes
 * @param accepted the records that were let through; 0 when the flow log does not say
 * @param rejected the records that were not
 * @param first the start of the first record
 * @param last the end of the last record, the second itself included
 */
public record Traffic(long records, long bytes, long accepted, long rejected, Instant first, Instant last) {

    /** The sum; whatever the order and grouping, the same. */
    public Traffic plus(Traffic other) {
        return new Traffic(
                Spreading.sum(records, other.records),
                Spreading.sum(bytes, other.bytes),
                Spreading.sum(accepted, other.accepted),
                Spreading.sum(rejected, other.rejected),
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }
}
