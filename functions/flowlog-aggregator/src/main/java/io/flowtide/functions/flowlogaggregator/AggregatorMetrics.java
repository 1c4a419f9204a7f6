package io.flowtide.functions.flowlogaggregator;

import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.EmbeddedMetrics;
import io.flowtide.core.event.Keys;
import io.flowtide.core.flowlog.IngestReport;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Says what became of an object: to people in the log, to CloudWatch as numbers. */
final class AggregatorMetrics {

    private static final Logger LOG = Logger.getLogger(AggregatorMetrics.class);

    private AggregatorMetrics() {}

    /** One message to people when something of the object could not be used; empty when all is well. */
    private static Optional<String> complaint(CreatedObject object, IngestReport report) {
        String refused = report.rejected() == 0 ? "" : report.rejected() + " lines were refused";
        String what = report.damage().orElse(refused);
        if (!what.isEmpty()) {
            return Optional.of(object + ": " + what + "; see " + Keys.rejected(object.key()));
        }
        return report.lines() == 0 ? Optional.of(object + " is empty: there is nothing to count") : Optional.empty();
    }

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
        complaint(object, report).ifPresent(LOG::warn);
        report.rests().forEach(rest -> LOG.infof("%s: %s", object, rest));
        new EmbeddedMetrics("flowlog-aggregator", clock.instant())
                .property("source", object.toString())
                .count("objects", 1)
                .count("bytes", object.size())
                .count("lines", report.lines())
                .count("accepted", report.accepted())
                .count("noData", report.noData())
                .count("skipData", report.skipData())
                .count("rejected", report.rejected())
                .count("boundedSeries", report.rests().size())
                .count("damaged", report.damage().isPresent() ? 1 : 0)
                .print();
    }
}
