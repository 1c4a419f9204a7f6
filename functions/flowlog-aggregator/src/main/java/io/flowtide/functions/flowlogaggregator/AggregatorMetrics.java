package io.flowtide.functions.flowlogaggregator;

import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.EmbeddedMetrics;
import io.flowtide.core.flowlog.IngestReport;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Says what became of an object: to people in the log, to CloudWatch as numbers. */
final class AggregatorMetrics {

    private static final Logger LOG = Logger.getLogger(AggregatorMetrics.class);

    private AggregatorMetrics() {}

    static void tell(CreatedObject object, IngestReport report, Clock clock) {
        LOG.infof(
                "%s (%s, %d bytes): %d lines, %d counted, %d without data, %d skipped, %d rejected, %d slots",
                object,
                report.format(),
                object.size(),
                report.lines(),
                report.accepted(),
                report.noData(),
                report.skipData(),
                report.rejected(),
                report.counts().slots().size());
        report.damage().ifPresent(damage -> LOG.warnf("%s: %s", object, damage));
        new EmbeddedMetrics("flowlog-aggregator", clock.instant())
                .property("source", object.toString())
                .count("objects", 1)
                .count("bytes", object.size())
                .count("lines", report.lines())
                .count("accepted", report.accepted())
                .count("noData", report.noData())
                .count("skipData", report.skipData())
                .count("rejected", report.rejected())
                .count("damaged", report.damage().isPresent() ? 1 : 0)
                .print();
    }
}
