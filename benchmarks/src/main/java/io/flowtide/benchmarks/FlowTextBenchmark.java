package io.flowtide.benchmarks;

import io.flowtide.core.flowlog.Ingest;
import io.flowtide.core.flowlog.IngestOptions;
import io.flowtide.core.flowlog.IngestReport;
import io.flowtide.core.flowlog.Metric;
import io.flowtide.core.flowlog.RejectSink;
import io.flowtide.core.flowlog.Spread;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Plain text from memory on one core: megabytes per second, and with {@code -prof gc} bytes allocated per record. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC"})
public class FlowTextBenchmark {

    private static final int RECORDS = 400_000;

    @Param({"", "action", "action,dstport,interface"})
    public String dimensions;

    private byte[] log;
    private IngestOptions options;

    /** What JMH shows beside the runs per second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        /** Millions of bytes per second. */
        public double megabytes;
        /** Records per second. */
        public double records;
    }

    @Setup
    public void makeLog() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SampleLog.write(RECORDS, out);
        log = out.toByteArray();
        List<String> names = dimensions.isEmpty() ? List.of() : List.of(dimensions.split(","));
        options = new IngestOptions(EnumSet.allOf(Metric.class), names, Spread.PROPORTIONAL);
    }

    @Benchmark
    public IngestReport text(Volume volume) throws IOException {
        IngestReport report = Ingest.read("memory", new ByteArrayInputStream(log), options, RejectSink.none());
        volume.megabytes += log.length / 1e6;
        volume.records += report.accepted();
        return report;
    }
}
