package io.flowtide.cli;

import io.flowtide.core.flowlog.FlowField;
import io.flowtide.core.flowlog.IngestReport;
import io.flowtide.core.flowlog.Rejected;
import io.flowtide.core.flowlog.RejectedLines;
import io.flowtide.core.flowlog.TimeRange;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is in one file, for people. */
final class Explanation {

    private static final int LABEL = 12;
    private static final int WIDTH = 100;

    private final String name;
    private final OptionalLong size;
    private final IngestReport report;
    private final RejectedLines rejects;
    private final StringBuilder text = new StringBuilder();

    /** @param size of the file in bytes, where it is known */
    Explanation(String name, OptionalLong size, IngestReport report, RejectedLines rejects) {
        this.name = name;
        this.size = size;
        this.report = report;
        this.rejects = rejects;
    }

    String text() {
        text.append(name).append('\n');
        line("format", report.format());
        size.ifPresent(bytes -> line("size", Amounts.bytes(bytes)));
        times().ifPresent(range -> line("time", described(range)));
        records();
        report.damage().ifPresent(damage -> line("damage", damage));
        if (!report.counts().isEmpty()) {
            FileTotals totals = new FileTotals(report);
            traffic();
            dimensions(totals);
            new TalkerTable(totals).lines().forEach(row -> line("", row));
        }
        return text.append('\n').toString();
    }

    private void line(String label, String content) {
        text.append(("  %-" + LABEL + "s%s").formatted(label, content).stripTrailing())
                .append('\n');
    }

    private Optional<TimeRange> times() {
        boolean dump = report.columns().columns().isEmpty() && !report.counts().isEmpty();
        return dump
                ? Optional.of(new TimeRange(
                        report.counts().firstMinute(),
                        report.counts().lastMinute().plus(1, ChronoUnit.MINUTES)))
                : report.times();
    }

    private static String described(TimeRange range) {
        return range.first() + " to " + range.last() + " ("
                + Amounts.duration(Duration.between(range.first(), range.last())) + ")";
    }

    private void records() {
        line("records", Amounts.count(report.lines()) + " in all");
        status("counted", report.accepted(), "");
        status("NODATA", report.noData(), "no traffic in that time");
        status("SKIPDATA", report.skipData(), "traffic that AWS could not capture: the counts are too low");
        status("rejected", report.rejected(), "");
        for (Rejected rejected : rejects.lines()) {
            if (rejected.line() > 0) {
                line("", "  line " + rejected.line() + ": " + rejected.reason());
            }
        }
    }

    private void status(String status, long records, String meaning) {
        if (records > 0) {
            line(
                    "",
                    "%-10s %15s %8s  %s"
                            .formatted(
                                    status, Amounts.count(records), Amounts.share(records, report.lines()), meaning));
        }
    }

    private void traffic() {
        long bytes = report.counts().totalThousandths(SeriesId.total("bytes")) / 1000;
        long packets = report.counts().totalThousandths(SeriesId.total("packets")) / 1000;
        if (bytes + packets > 0) {
            line("traffic", Amounts.bytes(bytes) + " in " + Amounts.count(packets) + " packets");
        }
    }

    private void dimensions(FileTotals totals) {
        List<String> there = totals.dimensions().stream()
                .map(dimension -> dimension + " (" + totals.distinct(dimension) + ")")
                .toList();
        wrapped(there.isEmpty() ? "" : "dimensions", there);
        List<String> absent = report.columns().columns().isEmpty() ? List.of() : absent();
        wrapped("not there", absent);
    }

    /** Fields of newer versions that many would like to have. */
    private List<String> absent() {
        return Arrays.stream(FlowField.values())
                .filter(FlowField::isDimension)
                .filter(field -> field.version() <= 5 && !report.columns().has(field))
                .map(FlowField::fieldName)
                .toList();
    }

    private void wrapped(String label, List<String> words) {
        String next = label;
        StringBuilder row = new StringBuilder();
        for (String word : words) {
            if (row.length() + word.length() > WIDTH - LABEL && !row.isEmpty()) {
                line(next, row + ",");
                next = "";
                row.setLength(0);
            }
            row.append(row.isEmpty() ? "" : ", ").append(word);
        }
        if (!row.isEmpty()) {
            line(next, row.toString());
        }
    }
}
