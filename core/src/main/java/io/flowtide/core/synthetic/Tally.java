package io.flowtide.core.synthetic;

import io.flowtide.core.series.SeriesId;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts flows per minute and series. */
final class Tally {

    private final long firstMinute;
    private final int size;
    private final SortedMap<SeriesId, double[]> counts = new TreeMap<>();
    private final double[][] totals;
    private final double[][] accepted;
    private final double[][] rejected;

    Tally(Instant from, Instant to) {
        this.firstMinute = Traffic.epochMinute(from);
        this.size = Math.toIntExact(Traffic.epochMinute(to) - firstMinute);
        this.totals = rows("all");
        this.accepted = rows("action=ACCEPT");
        this.rejected = rows("action=REJECT");
    }

    private double[][] rows(String dimension) {
        return new double[][] {row("requests", dimension), row("bytes", dimension), row("packets", dimension)};
    }

    private double[] row(String metric, String dimension) {
        return counts.computeIfAbsent(new SeriesId(metric + "/" + dimension), absent -> new double[size]);
    }

    void add(FlowRecord flow) {
        int minute = (int) (flow.start() / 60 - firstMinute);
        add(totals, minute, flow);
        add(flow.accepted() ? accepted : rejected, minute, flow);
    }

    private static void add(double[][] rows, int minute, FlowRecord flow) {
        rows[0][minute]++;
        rows[1][minute] += flow.bytes();
        rows[2][minute] += flow.packets();
    }

    SortedMap<SeriesId, double[]> counts() {
        return counts;
    }
}
