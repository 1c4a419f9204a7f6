package io.flowtide.benchmarks;

import io.flowtide.chart.AnomalyChart;
import io.flowtide.chart.ChartSpec;
import io.flowtide.chart.Gallery;
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

/** How long a chart takes when the function is warm; the aim is below 300 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ChartBenchmark {

    @Param({"week-before", "weeks"})
    private String chart;

    private ChartSpec spec;

    @Setup
    public void chooseTheChart() {
        spec = Gallery.all().get(chart);
    }

    @Benchmark
    public byte[] png() {
        return AnomalyChart.png(spec);
    }
}
