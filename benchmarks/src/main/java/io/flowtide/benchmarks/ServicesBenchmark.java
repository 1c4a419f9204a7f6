package io.flowtide.benchmarks;

import io.flowtide.core.flowlog.Enrichment;
import io.flowtide.core.flowlog.Ingest;
import io.flowtide.core.flowlog.IngestOptions;
import io.flowtide.core.flowlog.IngestReport;
import io.flowtide.core.flowlog.Metric;
import io.flowtide.core.flowlog.RejectSink;
import io.flowtide.core.flowlog.Spread;
import io.flowtide.core.services.ServiceMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nanoseconds per record of plain text on one core, without and with services: 300 addresses in 8 subnets with a zone each,
 * 120 blocks within them that belong to 12 services, and the rest of the network around.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC"})
public class ServicesBenchmark {

    private static final int RECORDS = 400_000;
    private static final String TALK = "dependencies";

    /** The dimensions, and whether it is counted who talks to whom. */
    @Param({"", "action", "dst-service", "pair", "pair,zones", TALK})
    public String counted;

    private byte[] log;
    private IngestOptions options;

    @Setup
    public void makeLog() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SampleLog.write(RECORDS, out);
        log = out.toByteArray();
        boolean talk = counted.equals(TALK);
        List<String> names = counted.isEmpty() || talk ? List.of() : List.of(counted.split(","));
        Enrichment enrichment = Enrichment.NONE.withServices(
                ServiceMap.read(new ByteArrayInputStream(map().getBytes(StandardCharsets.UTF_8)), RejectSink.none()));
        options = new IngestOptions(EnumSet.allOf(Metric.class), names, Spread.PROPORTIONAL)
                .withEnrichment(talk ? enrichment.withDependencies() : enrichment);
    }

    private static String map() {
        StringBuilder map = new StringBuilder("10.0.0.0/8,rest\n");
        for (int subnet = 0; subnet < 8; subnet++) {
            map.append("10.0.%d.0/24,,zone-%c%n".formatted(subnet, 'a' + subnet % 3));
            for (int i = 0; i < 15; i++) {
                map.append("10.0.%d.%d/28,service-%d%n".formatted(subnet, 16 * i, i % 12));
            }
        }
        return map.toString();
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public IngestReport record() throws IOException {
        return Ingest.read("memory", new ByteArrayInputStream(log), options, RejectSink.none());
    }
}
