package io.flowtide.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.local.dynamodb.DynamoDbProxy;
import io.flowtide.local.s3.Notifications;
import io.flowtide.local.s3.S3Proxy;
import io.flowtide.local.template.Wiring;
import io.flowtide.standin.DynamoDbServer;
import io.flowtide.standin.S3Server;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A function that may read {@code in/} and write {@code out/} and read one table, and another that may list as well. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

    private static final String SERIES = "arn:aws:dynamodb:eu-central-1:000000000000:table/series";
    private static final Map<String, AttributeValue> ITEM = Map.of("pk", AttributeValue.fromS("x"));

    private final Policies policies = new Policies(List.of(
            function(
                    "reader",
                    statement("s3:GetObject", "arn:aws:s3:::lake/in/*"),
                    statement("s3:PutObject", "arn:aws:s3:::lake/out/*"),
                    statement("dynamodb:GetItem", SERIES)),
            function(
                    "lister",
                    statement("s3:GetObject", "arn:aws:s3:::lake/in/*"),
                    statement("s3:ListBucket", "arn:aws:s3:::lake"),
                    statement("dynamodb:*", SERIES))));
    private S3Server s3;
    private DynamoDbServer dynamo;
    private S3Proxy s3Proxy;
    private DynamoDbProxy dynamoProxy;

    @BeforeAll
    void start() {
        s3 = S3Server.start();
        dynamo = DynamoDbServer.start();
        s3Proxy = S3Proxy.start(
                s3.endpoint(), new Notifications(List.of(), (topic, message) -> {}, Clock.systemUTC()), policies);
        dynamoProxy = DynamoDbProxy.start(dynamo.endpoint(), policies);
        try (S3Client owner = s3("owner");
                DynamoDbClient tables = dynamo("owner")) {
            owner.createBucket(create -> create.bucket("lake"));
            owner.putObject(put -> put.bucket("lake").key("in/a"), RequestBody.fromString("tide"));
            tables.createTable(create -> create.tableName("series")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("pk")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("pk")
                            .keyType(KeyType.HASH)
                            .build()));
        }
    }

    @AfterAll
    void stop() {
        s3Proxy.close();
        dynamoProxy.close();
        s3.close();
        dynamo.close();
    }

    @Test
    void aFunctionReadsAndWritesWhatItMay() {
        try (S3Client reader = s3("reader")) {
            assertThat(reader.getObjectAsBytes(get -> get.bucket("lake").key("in/a"))
                            .asUtf8String())
                    .isEqualTo("tide");
            assertThatCode(() -> reader.putObject(put -> put.bucket("lake").key("out/b"), RequestBody.fromString("x")))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void whatItMayNotIsRefusedByName() {
        try (S3Client reader = s3("reader")) {
            assertThatThrownBy(
                            () -> reader.putObject(put -> put.bucket("lake").key("in/b"), RequestBody.fromString("x")))
                    .isInstanceOf(S3Exception.class)
                    .hasMessageContaining("reader is not authorized to perform: s3:PutObject on resource: "
                            + "\"arn:aws:s3:::lake/in/b\"");
            assertThatThrownBy(() ->
                            reader.deleteObject(delete -> delete.bucket("lake").key("in/a")))
                    .hasMessageContaining("s3:DeleteObject");
            assertThatThrownBy(() -> reader.listObjectsV2(list -> list.bucket("lake")))
                    .hasMessageContaining("s3:ListBucket");
            assertThatThrownBy(() -> reader.copyObject(copy -> copy.sourceBucket("lake")
                            .sourceKey("secret/a")
                            .destinationBucket("lake")
                            .destinationKey("out/a")))
                    .hasMessageContaining("s3:GetObject on resource: \"arn:aws:s3:::lake/secret/a\"");
            assertThatThrownBy(
                            () -> reader.headObject(head -> head.bucket("lake").key("out/b")))
                    .isInstanceOfSatisfying(S3Exception.class, refused -> assertThat(refused.statusCode())
                            .isEqualTo(403));
        }
    }

    @Test
    void onlyWhoMayListIsToldThatAnObjectIsMissing() {
        try (S3Client reader = s3("reader");
                S3Client lister = s3("lister")) {
            assertThatThrownBy(() ->
                            reader.getObjectAsBytes(get -> get.bucket("lake").key("in/none")))
                    .isInstanceOfSatisfying(S3Exception.class, refused -> assertThat(refused.statusCode())
                            .isEqualTo(403));
            assertThatThrownBy(() ->
                            lister.getObjectAsBytes(get -> get.bucket("lake").key("in/none")))
                    .isInstanceOf(NoSuchKeyException.class);
        }
    }

    @Test
    void tablesAreGuardedCallByCall() {
        try (DynamoDbClient reader = dynamo("reader");
                DynamoDbClient lister = dynamo("lister")) {
            assertThat(reader.getItem(get -> get.tableName("series").key(ITEM)).hasItem())
                    .isFalse();
            assertThatThrownBy(
                            () -> reader.putItem(put -> put.tableName("series").item(ITEM)))
                    .isInstanceOf(DynamoDbException.class)
                    .hasMessageContaining("dynamodb:PutItem");
            assertThatThrownBy(() -> reader.transactWriteItems(
                            transaction -> transaction.transactItems(TransactWriteItem.builder()
                                    .delete(delete -> delete.tableName("series").key(ITEM))
                                    .build())))
                    .hasMessageContaining("dynamodb:DeleteItem");
            assertThatThrownBy(() -> reader.batchGetItem(batch -> batch.requestItems(Map.of(
                            "series",
                            KeysAndAttributes.builder().keys(List.of(ITEM)).build()))))
                    .hasMessageContaining("dynamodb:BatchGetItem");
            assertThatCode(() -> lister.putItem(put -> put.tableName("series").item(ITEM)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void starsAndQuestionMarksInPolicies() {
        Wiring.Statement statement = statement("secretsmanager:Get*", "arn:x:secret:slack-??????");

        assertThat(statement.allows("secretsmanager:GetSecretValue", "arn:x:secret:slack-AbCdEf"))
                .isTrue();
        assertThat(statement.allows("secretsmanager:GetSecretValue", "arn:x:secret:slack-other-AbCdEf"))
                .isFalse();
        assertThat(statement.allows("secretsmanager:PutSecretValue", "arn:x:secret:slack-AbCdEf"))
                .isFalse();
    }

    private S3Client s3(String caller) {
        return S3Client.builder()
                .endpointOverride(s3Proxy.uri())
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(credentials(caller))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private DynamoDbClient dynamo(String caller) {
        URI endpoint = dynamoProxy.uri();
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(credentials(caller))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static StaticCredentialsProvider credentials(String caller) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(caller, "local"));
    }

    private static Wiring.Statement statement(String action, String resource) {
        return new Wiring.Statement(List.of(action), List.of(resource));
    }

    private static Wiring.Function function(String name, Wiring.Statement... statements) {
        return new Wiring.Function(
                name,
                "arn:aws:lambda:eu-central-1:000000000000:function:" + name,
                Path.of("none.zip"),
                "none",
                "java21",
                128,
                Duration.ofSeconds(1),
                2,
                Map.of(),
                List.of(statements),
                "");
    }
}
