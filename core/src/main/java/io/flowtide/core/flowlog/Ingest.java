package io.flowtide.core.flowlog;

import io.flowtide.core.metrics.MetricDump;
import io.flowtide.core.parquet.ByteRanges;
import io.flowtide.core.series.MinuteCounts;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;

/** Reads one file of whatever kind, told by its first bytes, and counts its records per series and minute. */
public final class Ingest {

    private final String key;
    private final Optional<RangesSource> ranges;
    private final IngestOptions options;
    private final RejectSink rejects;

    private Ingest(String key, Optional<RangesSource> ranges, IngestOptions options, RejectSink rejects) {
        this.key = key;
        this.ranges = ranges;
        this.options = options;
        this.rejects = rejects;
    }

    /**
     * Reads the stream to its end, or to where it is damaged; does not close it.
     *
     * @param key the file's name or the object's key, for messages
     * @param rejects gets every line that can't be used, and what is wrong with the file as a whole
     * @throws IOException when the stream itself fails; a damaged or foreign file is no exception but a report
     */
    public static IngestReport read(String key, InputStream in, IngestOptions options, RejectSink rejects)
            throws IOException {
        return new Ingest(key, Optional.empty(), options, rejects).read(in);
    }

    /** As {@link #read(String, InputStream, IngestOptions, RejectSink)}, of a file that can be opened at any place as well. */
    public static IngestReport read(
            String key, InputStream in, RangesSource ranges, IngestOptions options, RejectSink rejects)
            throws IOException {
        return new Ingest(key, Optional.of(ranges), options, rejects).read(in);
    }

    private IngestReport read(InputStream in) throws IOException {
        byte[] start = in.readNBytes(2);
        PushbackInputStream whole = new PushbackInputStream(in, Math.max(1, start.length));
        whole.unread(start);
        if (!GzipMembers.matches(start, start.length)) {
            return content(whole, ranges);
        }
        try (GzipMembers members = new GzipMembers(whole)) {
            return content(members, Optional.empty()).in("gzip");
        }
    }

    private IngestReport content(InputStream in, Optional<RangesSource> anywhere) throws IOException {
        BlockFiller filler = new BlockFiller(in);
        Block first = filler.fill(new Block());
        ContentKind kind = ContentKind.of(first.bytes, Block.FROM, first.to);
        if (kind instanceof ContentKind.FlowLogText) {
            try (Blocks blocks = Blocks.of(first, filler)) {
                return FlowText.read(blocks, options, rejects);
            }
        }
        if (kind instanceof ContentKind.Parquet) {
            return parquet(first.with(in), anywhere);
        }
        if (kind instanceof ContentKind.Foreign foreign) {
            return refused("unknown", key + " is " + foreign.what() + ", not a flow log in text, gzip or Parquet");
        }
        if (kind instanceof ContentKind.Subscription) {
            return subscription(first.with(in));
        }
        if (kind instanceof ContentKind.MetricDump) {
            return MetricDump.read(first.with(in), new MinuteCounts(), rejects);
        }
        return first.damage
                .map(damage -> refused("empty", damage))
                .orElseGet(() -> IngestReport.ofNothing("empty", Optional.empty()));
    }

    private IngestReport parquet(InputStream in, Optional<RangesSource> anywhere) throws IOException {
        try (ByteRanges file = ranges(in, anywhere)) {
            return ParquetLog.read(key, file, options, rejects);
        } catch (DamagedInput damaged) {
            return refused("Parquet", damaged.getMessage());
        }
    }

    /** What is small is read once, and kept. */
    private static ByteRanges ranges(InputStream in, Optional<RangesSource> anywhere) throws IOException {
        byte[] start = in.readNBytes(SpooledFile.SMALL);
        if (start.length < SpooledFile.SMALL) {
            return ByteRanges.of(start);
        }
        return anywhere.isPresent() ? anywhere.get().open() : SpooledFile.of(start, in);
    }

    private IngestReport subscription(InputStream in) throws IOException {
        BlockFiller filler = new BlockFiller(new SubscriptionText(in));
        try (Blocks blocks = Blocks.of(filler.fill(new Block()), filler)) {
            return FlowText.read(blocks, options, rejects).in("CloudWatch Logs");
        }
    }

    private IngestReport refused(String format, String why) {
        rejects.reject(RejectSink.WHOLE_FILE, why, "");
        return IngestReport.ofNothing(format, Optional.of(why));
    }
}
