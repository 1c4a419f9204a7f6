package io.flowtide.benchmarks;

import io.flowtide.core.model.Detector;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.synthetic.Traffic;
import io.flowtide.core.training.InService;
import io.flowtide.core.training.Inspection;
import io.flowtide.core.training.Inspector;
import io.flowtide.core.training.Training;
import io.flowtide.core.training.TrainingOptions;
import io.flowtide.core.training.TrainingResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to train on a year of five minutes (all candidates, as model-trainer does it), and to restore the
 * model that came out of it. Prints the size of its snapshot.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class TrainingBenchmark {

    private static final Instant START = Instant.parse("2025-11-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private TimeSeries year;
    private String detector;
    private byte[] snapshot;

    /** A year of traffic, and a model of it. */
    @Setup(Level.Trial)
    public void train() {
        year = new Traffic(ZoneOffset.UTC, 300, 1, List.of())
                .series(SeriesId.total("requests"), START, START.plus(YEAR), Duration.ofMinutes(5));
        TrainingResult trained = run();
        detector = trained.report().detector().name();
        snapshot = trained.snapshot();
        System.out.printf("snapshot of %s: %d bytes%n", detector, snapshot.length);
    }

    private TrainingResult run() {
        return Training.run(year, TrainingOptions.in(ZoneOffset.UTC), InService.DEFAULT);
    }

    /** What model-trainer does with one series. */
    @Benchmark
    public TrainingResult trainOnAYear() {
        return run();
    }

    /** Of that, finding out what can't be learned from. */
    @Benchmark
    public Inspection inspectAYear() {
        return Inspector.inspect(year, ZoneOffset.UTC);
    }

    /** From the bytes of S3 to the first judgement. */
    @Benchmark
    public double restoreAndJudge() {
        Detector restored = Detectors.restore(detector, snapshot);
        return restored.next(year.end(), 1000).expected();
    }
}
