package io.flowtide.functions.datajoin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.flowtide.aws.Trigger;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.MDC;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** Takes S3 notifications of the topics {@code aggregated-ready} and {@code testdata-uploaded}, and a tick every minute. */
@Named("data-join")
public class JoinHandler implements RequestStreamHandler {

    private final S3Client s3;
    private final DynamoDbClient dynamo;
    private final SnsClient sns;
    private final JoinConfig config;
    private final Workers workers = new Workers();
    private final Clock clock = Clock.systemUTC();

    @Inject
    public JoinHandler(S3Client s3, DynamoDbClient dynamo, SnsClient sns, JoinConfig config) {
        this.s3 = s3;
        this.dynamo = dynamo;
        this.sns = sns;
        this.config = config;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) {
        MDC.put("requestId", context.getAwsRequestId());
        Deadline deadline = Deadline.in(Duration.ofMillis(context.getRemainingTimeInMillis()), clock);
        new Join(s3, dynamo, sns, config, workers, clock).handle(Trigger.parse(event), deadline);
    }
}
