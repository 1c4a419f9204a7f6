package io.flowtide.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowtide.local.access.Policies;
import io.flowtide.local.http.Json;
import io.flowtide.local.template.Wiring.Bucket;
import io.flowtide.local.template.Wiring.Notification;
import io.flowtide.standin.S3Server;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3ProxyTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:05:00Z"), ZoneOffset.UTC);
    private static final Bucket LAKE =
            new Bucket("lake", List.of(new Notification("s3:ObjectCreated:*", "topic:ready", "raw/", ".gz")));

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Notifications notifications =
            new Notifications(List.of(LAKE), (topic, message) -> told.add(topic + " " + message), CLOCK);
    private S3Server backend;
    private S3Proxy proxy;
    private S3Client s3;

    @BeforeAll
    void start() {
        backend = S3Server.start();
        proxy = S3Proxy.start(backend.endpoint(), notifications, new Policies(List.of()));
        s3 = client(proxy.uri());
        s3.createBucket(create -> create.bucket("lake"));
    }

    private static S3Client client(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    void stop() {
        s3.close();
        proxy.close();
        backend.close();
    }

    @Test
    void aNewObjectIsToldWithItsKeyEncodedAsS3DoesIt() {
        String key = "raw/a b+ü/=x.gz";
        String tag = s3.putObject(put -> put.bucket("lake").key(key), RequestBody.fromString("tide"))
                .eTag();

        JsonNode event = events("topic:ready", "a+b").get(0);
        assertThat(event.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
        assertThat(event.path("eventTime").asText()).isEqualTo("2026-11-21T08:05:00Z");
        assertThat(event.at("/s3/bucket/name").asText()).isEqualTo("lake");
        assertThat(event.at("/s3/object/key").asText()).isEqualTo("raw/a+b%2B%C3%BC/%3Dx.gz");
        assertThat(event.at("/s3/object/size").asLong()).isEqualTo(4);
        assertThat(event.at("/s3/object/eTag").asText()).isEqualTo(tag.replace("\"", ""));
        assertThat(s3.getObjectAsBytes(get -> get.bucket("lake").key(key)).asUtf8String())
                .isEqualTo("tide");
    }

    @Test
    void aCopyIsToldAsSuch() {
        s3.putObject(put -> put.bucket("lake").key("elsewhere/one.gz"), RequestBody.fromString("12345"));

        s3.copyObject(copy -> copy.sourceBucket("lake")
                .sourceKey("elsewhere/one.gz")
                .destinationBucket("lake")
                .destinationKey("raw/copied.gz"));

        JsonNode event = events("topic:ready", "copied").get(0);
        assertThat(event.path("eventName").asText()).isEqualTo("ObjectCreated:Copy");
        assertThat(event.at("/s3/object/size").asLong()).isEqualTo(5);
    }

    @Test
    void aMultipartUploadIsToldOnceWhenItIsComplete() {
        String key = "raw/parts.gz";
        String upload = s3.createMultipartUpload(create -> create.bucket("lake").key(key))
                .uploadId();
        String tag = s3.uploadPart(
                        part -> part.bucket("lake").key(key).uploadId(upload).partNumber(1),
                        RequestBody.fromString("whole"))
                .eTag();
        assertThat(events("topic:ready", "parts")).isEmpty();
        CompletedPart part = CompletedPart.builder().partNumber(1).eTag(tag).build();
        s3.completeMultipartUpload(complete ->
                complete.bucket("lake").key(key).uploadId(upload).multipartUpload(parts -> parts.parts(part)));

        assertThat(events("topic:ready", "parts")).singleElement().satisfies(event -> assertThat(
                        event.path("eventName").asText())
                .isEqualTo("ObjectCreated:CompleteMultipartUpload"));
    }

    @Test
    void otherKeysAndOtherRequestsAreNotTold() {
        s3.putObject(put -> put.bucket("lake").key("silent/x.gz"), RequestBody.fromString("x"));
        s3.putObject(put -> put.bucket("lake").key("raw/silent.txt"), RequestBody.fromString("x"));
        s3.headObject(head -> head.bucket("lake").key("silent/x.gz"));
        s3.deleteObject(delete -> delete.bucket("lake").key("silent/x.gz"));

        assertThat(told).noneMatch(message -> message.contains("silent"));
        assertThat(s3.listObjectsV2(list -> list.bucket("lake").prefix("raw/silent"))
                        .contents())
                .hasSize(1);
    }

    @Test
    void aMissingObjectIsMissing() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> s3.getObjectAsBytes(get -> get.bucket("lake").key("raw/nothing.gz"))))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void aPartOfAnObjectCanBeRead() {
        s3.putObject(put -> put.bucket("lake").key("silent/range"), RequestBody.fromString("0123456789"));

        assertThat(s3.getObjectAsBytes(
                                get -> get.bucket("lake").key("silent/range").range("bytes=2-4"))
                        .asUtf8String())
                .isEqualTo("234");
    }

    @Test
    void theConfigurationIsAnnouncedWithATestEvent() {
        notifications.sendTestEvents();

        assertThat(told)
                .anyMatch(message -> message.startsWith("topic:ready ")
                        && message.contains("\"Event\":\"s3:TestEvent\"")
                        && message.contains("\"Bucket\":\"lake\""));
    }

    private List<JsonNode> events(String topic, String word) {
        return told.stream()
                .filter(message -> message.startsWith(topic + " ") && message.contains(word))
                .map(message -> Json.read(message.substring(topic.length() + 1).getBytes(StandardCharsets.UTF_8)))
                .map(notice -> notice.path("Records").path(0))
                .toList();
    }
}
