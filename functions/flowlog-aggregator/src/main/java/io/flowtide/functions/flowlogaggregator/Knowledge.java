package io.flowtide.functions.flowlogaggregator;

import io.flowtide.aws.ChangingObject;
import io.flowtide.aws.ObjectStore;
import io.flowtide.core.event.Keys;
import io.flowtide.core.flowlog.Enrichment;
import io.flowtide.core.flowlog.IngestOptions;
import io.flowtide.core.flowlog.RejectedLines;
import io.flowtide.core.geo.GeoDatabase;
import io.flowtide.core.services.ServiceMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.S3Client;

/** What users say of addresses, in files of the ingest bucket that they may change at any time. */
final class Knowledge {

    private static final Logger LOG = Logger.getLogger(Knowledge.class);
    /** How soon a change is seen. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final ObjectStore store;
    private final String lake;
    private final IngestOptions options;
    private final Optional<ChangingObject<ServiceMap>> services;
    private final Optional<ChangingObject<GeoDatabase>> geography;
    private List<String> saidToBeLeftOut = List.of();

    Knowledge(S3Client s3, AggregatorConfig config, Clock clock) {
        this.store = new ObjectStore(s3);
        this.lake = config.lakeBucket();
        this.options = config.ingestOptions();
        this.services = config.services()
                .map(key -> new ChangingObject<>(
                        s3, config.ingestBucket(), key, REST, clock, content -> Optional.of(serviceMap(key, content))));
        this.geography = config.geography()
                .map(key -> new ChangingObject<>(
                        s3, config.ingestBucket(), key, REST, clock, content -> geography(key, content)));
    }

    /** How an object is to be read now. */
    IngestOptions options() throws IOException {
        Enrichment enrichment = Enrichment.NONE.withDependencies();
        if (services.isPresent()) {
            enrichment = services.get().get().map(enrichment::withServices).orElse(enrichment);
        }
        if (geography.isPresent()) {
            enrichment = geography.get().get().map(enrichment::withGeography).orElse(enrichment);
        }
        IngestOptions current = options.withEnrichment(enrichment);
        if (!current.leftOut().equals(saidToBeLeftOut)) {
            saidToBeLeftOut = current.leftOut();
            saidToBeLeftOut.forEach(why -> LOG.warnf("Left out: %s", why));
        }
        return current;
    }

    /** A line with a mistake is refused and stops nobody: what it says is the same for all containers. */
    private ServiceMap serviceMap(String key, InputStream content) throws IOException {
        RejectedLines rejects = new RejectedLines();
        ServiceMap map = ServiceMap.read(content, rejects);
        LOG.infof("Read the service map %s: %d services", key, map.services().size() - 1);
        rejects.lines().forEach(line -> LOG.errorf("%s, line %d: %s", key, line.line(), line.reason()));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        rejects.writeTo(lines);
        if (!rejects.isEmpty()) {
            store.put(lake, Keys.rejected(key), lines.toByteArray(), ObjectStore.JSON_LINES);
        }
        return map;
    }

    private static Optional<GeoDatabase> geography(String key, InputStream content) {
        try {
            GeoDatabase database = GeoDatabase.read(content);
            LOG.infof("Read the geography file %s: %s", key, database.type());
            return Optional.of(database);
        } catch (IOException unusable) {
            LOG.errorf("%s: %s", key, unusable.getMessage());
            return Optional.empty();
        }
    }
}
