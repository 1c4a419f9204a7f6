package io.flowtide.standin;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} the stand-ins, with Flowtide's buckets and tables in them, and tells the function where
 * they are: {@code @WithTestResource(AwsTestResource.class)}. The clients are injected as in the function.
 */
public final class AwsTestResource implements QuarkusTestResourceLifecycleManager {

    public static final String INGEST = "flowtide-ingest";
    public static final String LAKE = "flowtide-lake";
    public static final String SERIES = "flowtide-series";
    public static final String INCIDENTS = "flowtide-incidents";

    private static final Layout LAYOUT = new Layout(List.of(LAKE), List.of(INGEST), List.of(SERIES, INCIDENTS));

    private List<String> clients = List.of("s3", "dynamodb");
    private StandInProcess process;

    /** @param arguments {@code clients}: which of {@code s3,dynamodb,sns,…} the function has; the first two by default */
    @Override
    public void init(Map<String, String> arguments) {
        if (arguments.containsKey("clients")) {
            clients = List.of(arguments.get("clients").split(","));
        }
    }

    @Override
    public Map<String, String> start() {
        process = StandInProcess.start(LAYOUT);
        Map<String, String> configuration = new HashMap<>(Map.of(
                "flowtide.ingest-bucket", INGEST,
                "flowtide.lake-bucket", LAKE,
                "flowtide.series-table", SERIES,
                "flowtide.incidents-table", INCIDENTS));
        clients.forEach(client -> configuration.putAll(client(client)));
        return configuration;
    }

    private Map<String, String> client(String client) {
        String prefix = "quarkus." + client + ".";
        Map<String, String> configuration = new HashMap<>(Map.of(
                prefix + "aws.region", "eu-central-1",
                prefix + "aws.credentials.type", "static",
                prefix + "aws.credentials.static-provider.access-key-id", "local",
                prefix + "aws.credentials.static-provider.secret-access-key", "local"));
        if (client.equals("s3")) {
            configuration.put(
                    prefix + "endpoint-override", process.endpoints().s3().toString());
            configuration.put(prefix + "path-style-access", "true");
        } else if (client.equals("dynamodb")) {
            configuration.put(
                    prefix + "endpoint-override", process.endpoints().dynamo().toString());
        }
        return configuration;
    }

    @Override
    public void stop() {
        if (process != null) {
            process.close();
        }
    }
}
