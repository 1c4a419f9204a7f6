package io.flowtide.functions.flowlogaggregator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.ObjectStore;
import io.flowtide.core.flowlog.IngestOptions;
import io.flowtide.standin.AwsTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@QuarkusTest
@WithTestResource(value = AwsTestResource.class, initArgs = @ResourceArg(name = "clients", value = "s3"))
class KnowledgeTest {

    private static final String SERVICES = "config/services.csv";
    private static final String NO_SERVICES = "the dimension 'pair' needs a service map, and there is none";
    private static final String NO_COUNTRIES =
            "the dimension 'src-country' needs a geography file in the MaxMind DB format, and there is none";

    @Inject
    S3Client s3;

    @Inject
    AggregatorConfig config;

    private Instant now = Instant.parse("2026-11-21T08:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @BeforeEach
    void removeServiceMap() {
        s3.deleteObject(request -> request.bucket(AwsTestResource.INGEST).key(SERVICES));
    }

    @Test
    void aChangeOfTheServiceMapIsSeenWithoutADeployment() throws IOException {
        Knowledge knowledge = new Knowledge(s3, config, clock);
        assertThat(knowledge.options().leftOut()).containsExactly(NO_SERVICES, NO_COUNTRIES);

        put("10.0.0.1,web\n");
        assertThat(knowledge.options().leftOut()).contains(NO_SERVICES);
        now = now.plus(Duration.ofSeconds(10));
        assertThat(services(knowledge.options())).containsExactly("unmapped", "web");
        assertThat(knowledge.options().leftOut()).containsExactly(NO_COUNTRIES);

        put("10.0.0.1,web\n10.0.0.2,checkout\n");
        now = now.plus(Duration.ofSeconds(10));
        assertThat(services(knowledge.options())).containsExactly("unmapped", "web", "checkout");

        removeServiceMap();
        now = now.plus(Duration.ofSeconds(10));
        assertThat(knowledge.options().leftOut()).contains(NO_SERVICES);
    }

    @Test
    void aLineWithAMistakeIsRefusedAndTheOthersCount() throws IOException {
        put("10.0.0.1,web\nledger,10.0.0.3\n");

        assertThat(services(new Knowledge(s3, config, clock).options())).containsExactly("unmapped", "web");

        byte[] rejects = new ObjectStore(s3)
                .read(AwsTestResource.LAKE, "rejected/config/services.csv.jsonl")
                .orElseThrow();
        assertThat(new String(rejects, UTF_8))
                .startsWith("{\"line\":2,\"reason\":")
                .contains("'ledger' is no IPv4");
    }

    private void put(String map) {
        s3.putObject(request -> request.bucket(AwsTestResource.INGEST).key(SERVICES), RequestBody.fromString(map));
    }

    private static List<String> services(IngestOptions options) {
        return options.enrichment().services().orElseThrow().services();
    }
}
