package io.flowtide.cli;

import java.util.ArrayList;
import java.util.List;

/** The heaviest talkers of a file, as rows with bars; of a metric dump its metrics. */
final class TalkerTable {

    private static final int MOST = 5;
    private static final int BAR = 20;
    private static final int LONGEST = 40;
    /** By these a network is looked at first, as far as the file has them. */
    private static final List<String> DIMENSIONS =
            List.of("srcaddr", "dstaddr", "dstport", "interface-id", "tgw-attachment-id", "ecs-service-name", "action");

    private final FileTotals totals;

    TalkerTable(FileTotals totals) {
        this.totals = totals;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        boolean bytes = totals.total("bytes") > 0;
        String metric = bytes ? "bytes" : "requests";
        List<String> there = totals.dimensions();
        DIMENSIONS.stream().filter(there::contains).forEach(dimension -> table(metric, dimension, lines));
        if (there.isEmpty()) {
            totals.all()
                    .forEach((series, total) ->
                            lines.add("%-42s %18s".formatted(series.name(), Amounts.count(Math.round(total)))));
        }
        return lines;
    }

    private void table(String metric, String dimension, List<String> lines) {
        List<FileTotals.Share> shares = totals.heaviest(metric, dimension);
        lines.add("");
        lines.add("heaviest by " + metric + ": " + dimension);
        shares.stream().limit(MOST).forEach(share -> lines.add(row(metric, share, totals.total(metric))));
    }

    private static String row(String metric, FileTotals.Share share, double whole) {
        String amount = metric.equals("bytes")
                ? Amounts.bytes(Math.round(share.total()))
                : Amounts.count(Math.round(share.total()));
        double part = whole == 0 ? 0 : share.total() / whole;
        String value = share.value().length() <= LONGEST
                ? share.value()
                : share.value().substring(0, LONGEST - 1) + "…";
        return ("  %-" + LONGEST + "s %10s %7.1f %%  %s")
                .formatted(value, amount, 100 * part, "█".repeat((int) Math.round(BAR * part)));
    }
}
