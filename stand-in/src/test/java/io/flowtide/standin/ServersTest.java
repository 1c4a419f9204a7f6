package io.flowtide.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;

class ServersTest {

    private static final StaticCredentialsProvider ANYBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    @Test
    void s3GivesBackWhatWasPut() {
        try (S3Server server = S3Server.start();
                S3Client s3 = S3Client.builder()
                        .endpointOverride(server.endpoint())
                        .forcePathStyle(true)
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(ANYBODY)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            s3.createBucket(bucket -> bucket.bucket("lake"));
            s3.putObject(put -> put.bucket("lake").key("a b/ü.json"), RequestBody.fromString("tide"));

            assertThat(s3.getObjectAsBytes(get -> get.bucket("lake").key("a b/ü.json"))
                            .asUtf8String())
                    .isEqualTo("tide");
        }
    }

    @Test
    void dynamoDbGivesBackWhatWasPut() {
        try (DynamoDbServer server = DynamoDbServer.start();
                DynamoDbClient dynamo = DynamoDbClient.builder()
                        .endpointOverride(server.endpoint())
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(ANYBODY)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            dynamo.createTable(table -> table.tableName("series")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("pk")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("pk")
                            .keyType(KeyType.HASH)
                            .build()));
            Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS("slot"));
            dynamo.putItem(put -> put.tableName("series").item(item));

            assertThat(dynamo.getItem(get -> get.tableName("series").key(item)).item())
                    .isEqualTo(item);
        }
    }
}
