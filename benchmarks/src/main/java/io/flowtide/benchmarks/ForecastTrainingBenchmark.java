package io.flowtide.benchmarks;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.ForecastModel;
import io.flowtide.core.model.Forecasters;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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

/** Seconds to train each forecaster on a year of 5-minute data, and to restore it from its snapshot and forecast a day. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC"})
public class ForecastTrainingBenchmark {

    private static final int PER_DAY = 288;
    private static final int DAYS = 365;
    private static final SeriesCalendar CALENDAR = SeriesCalendar.parse("Europe/Berlin;DE-BY");

    @Param({"tide", "mean", "hw", "hw-weekly", "profile"})
    public String forecaster;

    private TimeSeries year;
    private byte[] snapshot;

    @Setup
    public void makeYear() {
        SplittableRandom random = new SplittableRandom(7);
        double[] values = new double[DAYS * PER_DAY];
        for (int i = 0; i < values.length; i++) {
            double hour = i % PER_DAY / 12.0 - 13;
            double day = i / PER_DAY % 7 < 5 ? 100_000 : 50_000;
            values[i] = (5_000 + day * Math.exp(-hour * hour / 18)) * (1 + 0.05 * (random.nextDouble() - 0.5));
        }
        Instant start = Instant.parse("2025-01-05T23:00:00Z");
        year = new TimeSeries(SeriesId.total("requests"), start, Duration.ofMinutes(5), Values.of(values));
        snapshot = train().snapshot();
    }

    @Benchmark
    public ForecastModel train() {
        return Forecasters.create(forecaster).train(year, CALENDAR);
    }

    @Benchmark
    public Object restoreAndForecast() {
        return Forecasters.restore(forecaster, snapshot).forecast(PER_DAY);
    }
}
