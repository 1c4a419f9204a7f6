package io.flowtide.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

class StandInProcessTest {

    private static final StaticCredentialsProvider ANYONE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    private static StandInProcess process;

    @BeforeAll
    static void start() {
        process = StandInProcess.start(new Layout(List.of("plain"), List.of("versioned"), List.of("table")));
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @Test
    void keepsVersionsWhereAsked() {
        try (S3Client s3 = s3()) {
            String first = put(s3, "versioned", "one");
            String second = put(s3, "versioned", "two");

            assertThat(first).isNotEqualTo(second);
            assertThat(s3.getObjectAsBytes(request -> request.bucket("versioned")
                                    .key("a b/ü=+.txt")
                                    .versionId(first))
                            .asUtf8String())
                    .isEqualTo("one");
            assertThat(put(s3, "plain", "three")).isNull();
        }
    }

    private static String put(S3Client s3, String bucket, String content) {
        return s3.putObject(request -> request.bucket(bucket).key("a b/ü=+.txt"), RequestBody.fromString(content))
                .versionId();
    }

    @Test
    void holdsTables() {
        try (DynamoDbClient dynamo = dynamo()) {
            Map<String, AttributeValue> item = Map.of(
                    "pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"), "n", AttributeValue.fromN("1"));
            dynamo.putItem(request -> request.tableName("table").item(item));

            assertThat(dynamo.scan(request -> request.tableName("table")).items())
                    .containsExactly(item);
        }
    }

    @Test
    void saysWhenItWasNotBuilt(@TempDir Path elsewhere) {
        assertThatThrownBy(() -> StandInProcess.start(elsewhere, Layout.EMPTY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("./mvnw -pl stand-in package");
    }

    private static S3Client s3() {
        return S3Client.builder()
                .endpointOverride(process.endpoints().s3())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(ANYONE)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static DynamoDbClient dynamo() {
        return DynamoDbClient.builder()
                .endpointOverride(process.endpoints().dynamo())
                .region(Region.US_EAST_1)
                .credentialsProvider(ANYONE)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
