package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.IncidentStates;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.scoring.Severity;
import io.flowtide.core.series.SeriesId;
import io.flowtide.standin.Layout;
import io.flowtide.standin.StandIns;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class FeedbackCommandTest {

    private static final String INCIDENT = "requests-all-8aafb1c6-20261121T0805Z";
    private static final Instant START = Instant.parse("2026-11-20T08:05:00Z");

    private static StandIns standIns;

    @BeforeAll
    static void tellOfAnIncident() {
        // The command takes them from where everybody's AWS clients do.
        System.setProperty("aws.region", "eu-central-1");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        standIns = StandIns.start(new Layout(List.of(), List.of(), List.of("incidents")));
        try (DynamoDbClient dynamo = DynamoDbClient.builder()
                .endpointOverride(standIns.endpoints().dynamo())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            new IncidentStates(dynamo, "incidents").keep(incident());
        }
    }

    @AfterAll
    static void stop() {
        standIns.close();
    }

    private static AnomalyDetected incident() {
        return new AnomalyDetected(
                Documents.SCHEMA,
                INCIDENT,
                1,
                State.OPENED,
                SeriesId.total("requests"),
                Origin.STREAM,
                Severity.HIGH,
                Direction.SPIKE,
                START,
                START.plusSeconds(300),
                Duration.ofMinutes(5),
                ZoneOffset.UTC,
                new AnomalyDetected.Peak(START, 300, 100, 80, 120, 4),
                2,
                1,
                "HIGH spike in requests/all",
                new ObjectVersion("lake", "scored/x.json", ""));
    }

    private static Run feedback(String... arguments) {
        List<String> all = new ArrayList<>(List.of("feedback", "--table", "incidents"));
        all.addAll(List.of("--endpoint", standIns.endpoints().dynamo().toString()));
        all.addAll(List.of(arguments));
        return Run.of(all.toArray(String[]::new));
    }

    @Test
    void anIncidentIsMarkedListedAndUnmarked() {
        Run marked = feedback(INCIDENT);
        assertThat(marked.code()).isZero();
        assertThat(marked.err())
                .contains("A false alarm: HIGH spike in requests/all")
                .contains("Not told again: SPIKE from 07:35 to 08:40 from Monday to Friday, up to 250 (250 %)");

        assertThat(feedback("--list", "requests/all").rows())
                .singleElement()
                .asString()
                .startsWith(INCIDENT + "\t2026-11-21T23:48:00Z\tSPIKE from 07:35");

        assertThat(feedback("--undo", INCIDENT).code()).isZero();
        assertThat(feedback("--list", "requests/all").out()).isEmpty();
    }

    @Test
    void anUnknownIncidentIsSaidToBe() {
        Run run = feedback("requests-all-1");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("knows no incident 'requests-all-1'").contains("its name is in the messages");
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        Run run = Run.of(
                "feedback",
                "--table",
                "none",
                "--endpoint",
                standIns.endpoints().dynamo().toString(),
                INCIDENT);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("The table none can't be used");
    }
}
