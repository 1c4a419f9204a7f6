package io.flowtide.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandInsTest {

    @Test
    void runInThisProcessToo() throws Exception {
        Layout layout = new Layout(List.of("plain"), List.of("versioned"), List.of("table"));

        try (StandIns standIns = StandIns.start(layout)) {
            assertThat(status(standIns.endpoints().s3() + "/plain")).isEqualTo(200);
            assertThat(status(standIns.endpoints().s3() + "/absent")).isEqualTo(404);
        }
    }

    @Test
    void tellTheirEndpointsAsOneLine() {
        Endpoints endpoints = new Endpoints(URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8000"));

        assertThat(Endpoints.isLine(endpoints.line())).isTrue();
        assertThat(Endpoints.parse(endpoints.line())).isEqualTo(endpoints);
        assertThat(Endpoints.isLine("Initializing DynamoDB Local")).isFalse();
    }

    @Test
    void configureAFunctionUnderTest() throws Exception {
        AwsTestResource resource = new AwsTestResource();
        try {
            Map<String, String> configuration = resource.start();

            String lake =
                    configuration.get("quarkus.s3.endpoint-override") + "/" + configuration.get("flowtide.lake-bucket");
            assertThat(status(lake)).isEqualTo(200);
        } finally {
            resource.stop();
        }
    }

    private static int status(String uri) throws Exception {
        HttpRequest head = HttpRequest.newBuilder(URI.create(uri))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(head, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
