package io.flowtide.functions.flowlogaggregator;

import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.Trigger;
import io.flowtide.core.event.DependencyPart;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.flowlog.Ingest;
import io.flowtide.core.flowlog.IngestReport;
import io.flowtide.core.flowlog.ObjectNames;
import io.flowtide.core.flowlog.RejectedLines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Turns one uploaded object into one part per slot that it touches. Doing it again writes the same objects again. */
final class Aggregator {

    private static final Logger LOG = Logger.getLogger(Aggregator.class);

    private final ObjectStore store;
    private final String lake;
    private final Knowledge knowledge;

    /** @param lake the bucket of the parts */
    Aggregator(ObjectStore store, String lake, Knowledge knowledge) {
        this.store = store;
        this.lake = lake;
        this.knowledge = knowledge;
    }

    /** @return what became of the object; empty when there was nothing to read */
    Optional<IngestReport> aggregate(CreatedObject object) throws IOException {
        Optional<String> notForUs = ObjectNames.notForUs(object.key());
        if (notForUs.isPresent()) {
            LOG.infof("%s is left alone: %s", object, notForUs.get());
            return Optional.empty();
        }
        if (!object.key().startsWith(Keys.RAW)) {
            LOG.infof("%s is left alone: flow logs and metrics are files below %s", object, Keys.RAW);
            return Optional.empty();
        }
        Optional<InputStream> opened = store.open(object);
        if (opened.isEmpty()) {
            LOG.warnf("%s is gone: it was deleted, or replaced since", object);
            return Optional.empty();
        }
        RejectedLines rejects = new RejectedLines();
        try (InputStream content = opened.get()) {
            return Optional.of(written(
                    object,
                    Ingest.read(object.key(), content, () -> store.ranges(object), knowledge.options(), rejects),
                    rejects));
        }
    }

    /** Counts what CloudWatch Logs handed over, as if it had been an object. */
    IngestReport aggregate(Trigger.Lines lines) throws IOException {
        RejectedLines rejects = new RejectedLines();
        InputStream event = new ByteArrayInputStream(lines.event());
        CreatedObject source = lines.source();
        return written(source, Ingest.read(source.key(), event, knowledge.options(), rejects), rejects);
    }

    private IngestReport written(CreatedObject object, IngestReport report, RejectedLines rejects) throws IOException {
        writeDependencies(object, report);
        writeParts(object, report);
        writeRejects(object, rejects);
        return report;
    }

    /** Before the parts of slots: who sees one of those knows that these are there. */
    private void writeDependencies(CreatedObject object, IngestReport report) {
        report.dependencies()
                .forEach((hour, pairs) -> store.put(
                        lake,
                        Keys.dependencyPart(hour, object.object()),
                        new DependencyPart(object.object(), hour, pairs)));
    }

    /** In ascending order: who sees a part knows that the earlier ones of the same object are there. */
    private void writeParts(CreatedObject object, IngestReport report) {
        report.counts()
                .slots()
                .forEach((slot, minutes) -> store.put(
                        lake,
                        Keys.aggregated(slot, object.object()),
                        new PartialCounts(object.object(), object.eventTime(), slot, minutes)));
    }

    private void writeRejects(CreatedObject object, RejectedLines rejects) throws IOException {
        if (rejects.isEmpty()) {
            return;
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        rejects.writeTo(lines);
        store.put(lake, Keys.rejected(object.key()), lines.toByteArray(), ObjectStore.JSON_LINES);
    }
}
