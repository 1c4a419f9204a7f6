package io.flowtide.standin;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
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

    private StandInProcess process;

    @Override
    public Map<String, String> start() {
        process = StandInProcess.start(LAYOUT);
        return Map.of(
                "quarkus.s3.endpoint-override", process.endpoints().s3().toString(),
                "quarkus.s3.path-style-access", "true",
                "quarkus.dynamodb.endpoint-override",
                        process.endpoints().dynamo().toString(),
                "flowtide.ingest-bucket", INGEST,
                "flowtide.lake-bucket", LAKE,
                "flowtide.series-table", SERIES,
                "flowtide.incidents-table", INCIDENTS);
    }

    @Override
    public void stop() {
        if (process != null) {
            process.close();
        }
    }
}
