package io.flowtide.standin;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

/** Creates buckets and tables. */
final class Furnishing {

    private static final String VERSIONED =
            "<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                    + "<Status>Enabled</Status></VersioningConfiguration>";

    private final Endpoints endpoints;

    Furnishing(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    void create(Layout layout) {
        for (String bucket : layout.buckets()) {
            put("/" + bucket, "");
        }
        for (String bucket : layout.versionedBuckets()) {
            put("/" + bucket, "");
            put("/" + bucket + "?versioning", VERSIONED);
        }
        try (DynamoDbClient dynamo = dynamo()) {
            layout.tables().forEach(table -> createTable(dynamo, table));
        }
    }

    /** S3 without the SDK's S3 client, which is not among the libraries here. */
    private void put(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoints.s3() + path))
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .join();
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    "PUT " + path + " was answered " + response.statusCode() + " " + response.body());
        }
    }

    private DynamoDbClient dynamo() {
        return DynamoDbClient.builder()
                .endpointOverride(endpoints.dynamo())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static void createTable(DynamoDbClient dynamo, String table) {
        dynamo.createTable(request -> request.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
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
}
