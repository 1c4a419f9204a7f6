package io.flowtide.core.synthetic;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Flow logs of version 2, in files as AWS names and compresses them. Every record begins and ends within one minute, so
 * that the counts per minute are exact: {@link #truth} says them. The content depends on nothing but the traffic; how it is
 * compressed may differ between JDKs.
 */
public final class FlowLogGenerator {

    /** The account in every name and record. */
    public static final String ACCOUNT = "123456789012";
    /** The region in every name. */
    public static final String REGION = "eu-central-1";
    /** How much time a file covers at AWS. */
    public static final Duration USUAL_SPAN = Duration.ofMinutes(5);

    static final int INTERFACES = 4;

    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("uuuu/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Traffic traffic;
    private final FlowRecords records;
    private final String flowLogId;

    /** Flows from anywhere outside. */
    public FlowLogGenerator(Traffic traffic) {
        this(traffic, ServiceNetwork.ofInterfaces(INTERFACES));
    }

    /** Flows between the services of a network of at most {@value #INTERFACES} services. */
    public FlowLogGenerator(Traffic traffic, ServiceNetwork network) {
        this.traffic = traffic;
        this.records = new FlowRecords(traffic, network);
        this.flowLogId = "fl-0%016x".formatted(name(-1).word());
    }

    private Noise name(long place) {
        return Noise.at(traffic.seed(), Noise.Purpose.NAME, place);
    }

    /**
     * The files of {@code [from, to)} in order of time, each made when it is asked for. There is none for a span in which
     * all is silent.
     *
     * @param from a full minute
     * @param to a full minute
     * @param span how much time a file covers, in full minutes
     */
    public Stream<GeneratedFile> files(Instant from, Instant to, Duration span) {
        return Stream.iterate(from, start -> start.isBefore(to), start -> start.plus(span))
                .filter(start -> !isSilent(start, end(start, to, span)))
                .map(start -> file(start, end(start, to, span)));
    }

    private static Instant end(Instant start, Instant to, Duration span) {
        Instant end = start.plus(span);
        return end.isBefore(to) ? end : to;
    }

    private boolean isSilent(Instant from, Instant to) {
        return minutes(from, to).allMatch(traffic::isSilent);
    }

    private static Stream<Instant> minutes(Instant from, Instant to) {
        return Stream.iterate(from, minute -> minute.isBefore(to), minute -> minute.plus(MINUTE));
    }

    private GeneratedFile file(Instant start, Instant end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FastGzip gzip = new FastGzip(bytes)) {
            LogLines lines = new LogLines(gzip, ACCOUNT);
            lines.header();
            minutes(start, end).forEach(minute -> records.forEach(minute, lines::record));
            lines.noDataWhenEmpty(start, end);
            lines.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory does not fail", impossible);
        }
        return new GeneratedFile(key(start), start, end, bytes.toByteArray());
    }

    private String key(Instant start) {
        String hash = "%08x".formatted((int) name(Traffic.epochMinute(start)).word());
        String prefix = "AWSLogs/" + ACCOUNT + "/vpcflowlogs/" + REGION + "/" + FOLDER.format(start) + "/";
        return prefix + ACCOUNT + "_vpcflowlogs_" + REGION + "_" + flowLogId + "_" + TIME.format(start) + "_" + hash
                + ".log.gz";
    }

    /**
     * What was really there in {@code [from, to)}: the total of requests, bytes and packets per minute, and the same per
     * action. Counted from the records, not read back from the files.
     */
    public SortedMap<SeriesId, TimeSeries> truth(Instant from, Instant to) {
        Tally tally = new Tally(from, to);
        minutes(from, to).forEach(minute -> records.forEach(minute, tally::add));
        SortedMap<SeriesId, TimeSeries> truth = new TreeMap<>();
        tally.counts().forEach((id, counts) -> truth.put(id, new TimeSeries(id, from, MINUTE, Values.of(counts))));
        return truth;
    }
}
