package io.flowtide.functions.flowlogaggregator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.standin.AwsTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

@QuarkusTest
@WithTestResource(value = AwsTestResource.class, initArgs = @ResourceArg(name = "clients", value = "s3"))
class AggregatorHandlerTest {

    private static final int DONE = 204;
    private static final int FAILED = 500;
    private static final Path EVENTS = Path.of(System.getProperty("flowtide.root"), "events");

    @Inject
    S3Client s3;

    @ParameterizedTest
    @ValueSource(strings = {"raw-uploaded.json", "test-event.json", "object-removed.json", "testdata-uploaded.json"})
    void leavesAloneWhatIsNotThereOrNotForIt(String event) throws IOException {
        assertThat(post(event).statusCode()).isEqualTo(DONE);
        assertThat(s3.listObjectsV2(request -> request.bucket(AwsTestResource.LAKE))
                        .contents())
                .isEmpty();
    }

    @Test
    void failsOnWhatItDoesNotKnow() {
        Response reply = given().body("{}").post();

        assertThat(reply.statusCode()).isEqualTo(FAILED);
        assertThat(reply.jsonPath().getString("errorType")).endsWith("UnknownEventException");
    }

    private static Response post(String event) throws IOException {
        return given().body(Files.readString(EVENTS.resolve(event))).post();
    }
}
