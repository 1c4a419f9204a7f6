package io.flowtide.core.training;

import io.flowtide.core.series.Durations;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds by itself what of a history can't be learned from as it is. Every measure is a median or a median deviation, so
 * that what is unusual does not hide itself; each pass compares only with what the pass before found ordinary.
 */
public final class Inspector {

    private static final int PASSES = 3;
    private static final Duration SHORTEST_GAP = Duration.ofHours(1);
    /** Below this nothing can be called unusual. */
    private static final int FEWEST_DAYS = 14;

    private final TimeSeries history;
    private final ZoneId zone;

    private Inspector(TimeSeries history, ZoneId zone) {
        this.history = history;
        this.zone = zone;
    }

    /**
     * @param history any number of buckets of at most a day; with less than two weeks only gaps are found
     * @param zone the zone of the days
     */
    public static Inspection inspect(TimeSeries history, ZoneId zone) {
        return new Inspector(history, zone).inspect();
    }

    private Inspection inspect() {
        List<Finding> findings = new ArrayList<>(gaps());
        boolean longEnough = Duration.between(history.start(), history.end()).toDays() >= FEWEST_DAYS;
        if (longEnough) {
            findings.addAll(unusual());
        }
        findings.sort(Comparator.comparing(Finding::from).thenComparing(Finding::reason));
        return new Inspection(history, usable(findings), findings);
    }

    private List<Finding> unusual() {
        DayGrid raw = new DayGrid(history, zone);
        List<Finding> rescaled = List.of();
        List<Finding> outliers = List.of();
        for (int pass = 0; pass < PASSES; pass++) {
            TimeSeries ordinary = without(rescaled(rescaled), outliers);
            DayGrid grid = new DayGrid(ordinary, zone);
            Pattern pattern = new Pattern(grid, new UnusualDays(grid).find());
            rescaled = new RescaledStretches(history, raw, pattern).find();
            TimeSeries scaled = rescaled(rescaled);
            outliers = new Outliers(scaled, new DayGrid(scaled, zone), pattern).find();
        }
        UnusualDays unusual = new UnusualDays(new DayGrid(without(rescaled(rescaled), outliers), zone));
        List<Finding> days =
                unusual.findings(unusual.find(), date -> date.atStartOfDay(zone).toInstant());
        List<Finding> all = new ArrayList<>(days);
        rescaled.stream().filter(finding -> !isWithin(finding, all)).toList().forEach(all::add);
        outliers.stream().filter(finding -> !isWithin(finding, all)).toList().forEach(all::add);
        return all;
    }

    private static boolean isWithin(Finding finding, List<Finding> others) {
        return others.stream()
                .filter(other -> other.reason() != Reason.RESCALED)
                .anyMatch(other ->
                        !finding.from().isBefore(other.from()) && !finding.to().isAfter(other.to()));
    }

    private List<Finding> gaps() {
        List<Finding> gaps = new ArrayList<>();
        int from = 0;
        while (from < history.size()) {
            int to = from;
            while (to < history.size() && history.values().isMissing(to)) {
                to++;
            }
            Duration length = history.width().multipliedBy(to - from);
            if (to > from && length.compareTo(SHORTEST_GAP) >= 0) {
                String why = "There is nothing for " + Durations.format(length);
                gaps.add(Finding.excluded(Reason.GAP, history.time(from), history.time(to), why));
            }
            from = Math.max(to, from + 1);
        }
        return gaps;
    }

    private TimeSeries usable(List<Finding> findings) {
        List<Finding> excluded = findings.stream()
                .filter(finding -> finding.reason() != Reason.RESCALED)
                .toList();
        return without(rescaled(findings), excluded);
    }

    private TimeSeries rescaled(List<Finding> findings) {
        double[] values = history.values().toArray();
        for (Finding finding : findings) {
            for (int i = index(finding.from()); i < index(finding.to()); i++) {
                values[i] /= finding.factor();
            }
        }
        return new TimeSeries(history.id(), history.start(), history.width(), Values.of(values));
    }

    private TimeSeries without(TimeSeries series, List<Finding> excluded) {
        double[] values = series.values().toArray();
        for (Finding finding : excluded) {
            Arrays.fill(values, index(finding.from()), index(finding.to()), Double.NaN);
        }
        return new TimeSeries(series.id(), series.start(), series.width(), Values.of(values));
    }

    /** A day may begin before the history does and end after it. */
    private int index(Instant time) {
        return Math.min(Math.max(history.indexOf(time), 0), history.size());
    }
}
