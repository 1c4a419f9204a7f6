package io.flowtide.local;

import io.flowtide.local.template.Wiring;
import io.flowtide.standin.DynamoDbServer;
import io.flowtide.standin.S3Server;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;

/** The S3 and the DynamoDB of the suite, with the template's buckets and tables. */
final class Store implements AutoCloseable {

    private static final StaticCredentialsProvider ANYBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private final S3Server s3 = S3Server.start();
    private final DynamoDbServer dynamoDb = DynamoDbServer.start();

    static Store start(Wiring wiring) {
        Store store = new Store();
        try (S3Client client = s3Client(store.s3())) {
            wiring.buckets().forEach(bucket -> client.createBucket(create -> create.bucket(bucket.name())));
        }
        try (DynamoDbClient client = dynamoDbClient(store.dynamoDb())) {
            wiring.tables().forEach(table -> create(table, client));
        }
        return store;
    }

    static S3Client s3Client(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(ANYBODY)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    static DynamoDbClient dynamoDbClient(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(ANYBODY)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static void create(Wiring.Table table, DynamoDbClient client) {
        client.createTable(create -> create.tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text(table.partitionKey()), text(table.sortKey()))
                .keySchema(key(table.partitionKey(), KeyType.HASH), key(table.sortKey(), KeyType.RANGE)));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    /** The S3 itself, which tells nobody of new objects. */
    URI s3() {
        return s3.endpoint();
    }

    URI dynamoDb() {
        return dynamoDb.endpoint();
    }

    @Override
    public void close() {
        s3.close();
        dynamoDb.close();
    }
}
