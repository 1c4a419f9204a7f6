package io.flowtide.core.flowlog;

/** What start and end of a record may be. Some sources write milliseconds; they are told by their size. */
final class RecordTime {

    /** 2100-01-01T00:00:00Z, in seconds. */
    static final long LATEST = 4_102_444_800L;
    /** No aggregation interval is longer than ten minutes; a day leaves room for other sources. */
    static final long LONGEST = 86_400;
    /** From here on a number is milliseconds: as seconds it would be in the year 5138, as milliseconds it is in 1973. */
    private static final long MILLISECONDS = 100_000_000_000L;

    private RecordTime() {}

    static long seconds(long time) {
        return time < MILLISECONDS ? time : time / 1000;
    }

    /** @param start seconds, or negative when it could not be read; so is {@code end} */
    static boolean plausible(long start, long end) {
        return start >= 0 && end >= start && end - start <= LONGEST && end < LATEST;
    }
}
