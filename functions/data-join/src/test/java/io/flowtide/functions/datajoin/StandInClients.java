package io.flowtide.functions.datajoin;

import io.flowtide.standin.Layout;
import io.flowtide.standin.StandInProcess;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Clients of stand-ins that all tests without Quarkus share. */
final class StandInClients {

    private static final StaticCredentialsProvider ANYBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    // Ends with this process.
    private static final StandInProcess PROCESS = StandInProcess.start(Layout.EMPTY);

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

    private StandInClients() {}
}
