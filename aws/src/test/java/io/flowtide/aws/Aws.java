package io.flowtide.aws;

import io.flowtide.standin.Layout;
import io.flowtide.standin.StandInProcess;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The stand-ins with two buckets and a table, and clients for them: one for all tests of this module. */
final class Aws {

    static final String BUCKET = "plain";
    static final String VERSIONED_BUCKET = "versioned";
    static final String TABLE = "table";

    private static final StaticCredentialsProvider ANYBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    // Ends with this process.
    private static final StandInProcess PROCESS =
            StandInProcess.start(new Layout(List.of(BUCKET), List.of(VERSIONED_BUCKET), List.of(TABLE)));

    static final S3Client S3 = S3Client.builder()
            .endpointOverride(PROCESS.endpoints().s3())
            .region(Region.EU_CENTRAL_1)
            .forcePathStyle(true)
            .credentialsProvider(ANYBODY)
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    static final DynamoDbClient DYNAMO = DynamoDbClient.builder()
            .endpointOverride(PROCESS.endpoints().dynamo())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(ANYBODY)
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    private Aws() {}
}
