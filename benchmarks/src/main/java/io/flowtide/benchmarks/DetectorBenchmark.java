package io.flowtide.benchmarks;

import io.flowtide.core.model.Detector;
import io.flowtide.core.model.DetectorSettings;
import io.flowtide.core.model.Detectors;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
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

/**
 * Detectors on one core: points per second that are judged and learned by one that has seen six weeks of 5 minutes, and how
 * often a second it is restored from its snapshot.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC"})
public class DetectorBenchmark {

    private static final Duration WIDTH = Duration.ofMinutes(5);
    private static final Instant START = Instant.parse("2026-10-05T00:00:00Z");
    private static final int PER_DAY = 288;
    private static final int LEARNED = 42 * PER_DAY;

    @Param({"tide", "seasonal", "rcf", "mean"})
    public String name;

    private final SplittableRandom random = new SplittableRandom(7);
    private Detector detector;
    private byte[] snapshot;
    private int bucket;

    /** What JMH shows beside the runs per second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        /** Points per second. */
        public double points;
    }

    @Setup
    public void learn() {
        detector = Detectors.create(name, new DetectorSettings(WIDTH, ZoneOffset.UTC, 1));
        for (bucket = 0; bucket < LEARNED; bucket++) {
            next();
        }
        snapshot = detector.snapshot();
        System.out.println(name + ": a snapshot of " + snapshot.length + " bytes");
    }

    @Benchmark
    public double aDay(Volume volume) {
        double sum = 0;
        for (int i = 0; i < PER_DAY; i++) {
            sum += next();
            bucket++;
        }
        volume.points += PER_DAY;
        return sum;
    }

    @Benchmark
    public Detector restore() {
        return Detectors.restore(name, snapshot);
    }

    private double next() {
        double day = 1 - 0.8 * Math.cos(2 * Math.PI * bucket / PER_DAY);
        double week = bucket / PER_DAY % 7 < 5 ? 1 : 0.6;
        double value = Math.rint(1000 * day * week * (1 + 0.05 * random.nextDouble(-1, 1)));
        return detector.next(START.plus(WIDTH.multipliedBy(bucket)), value).score();
    }
}
