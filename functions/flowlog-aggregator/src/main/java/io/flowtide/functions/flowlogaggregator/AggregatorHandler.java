package io.flowtide.functions.flowlogaggregator;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.flowtide.aws.Batch;
import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.Trigger;
import io.flowtide.core.flowlog.IngestReport;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import software.amazon.awssdk.services.s3.S3Client;

/** Takes S3 notifications of the topic {@code raw-uploaded}, and events of subscriptions of CloudWatch Logs. */
@Named("flowlog-aggregator")
public class AggregatorHandler implements RequestStreamHandler {

    private static final Logger LOG = Logger.getLogger(AggregatorHandler.class);

    private final Aggregator aggregator;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public AggregatorHandler(S3Client s3, AggregatorConfig config) {
        aggregator = new Aggregator(new ObjectStore(s3), config.lakeBucket(), new Knowledge(s3, config, clock));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) {
        MDC.put("requestId", context.getAwsRequestId());
        Trigger trigger = Trigger.parse(event);
        if (trigger instanceof Trigger.Objects created) {
            Batch.forEach(created.objects(), this::aggregate);
        } else if (trigger instanceof Trigger.Lines lines) {
            Batch.forEach(List.of(lines.source()), source -> tell(source, aggregator.aggregate(lines)));
        } else {
            LOG.infof("Nothing to do: %s", trigger);
        }
    }

    private void aggregate(CreatedObject object) throws IOException {
        MDC.put("source", object.toString());
        try {
            aggregator.aggregate(object).ifPresent(report -> tell(object, report));
        } finally {
            MDC.remove("source");
        }
    }

    private void tell(CreatedObject object, IngestReport report) {
        AggregatorMetrics.tell(object, report, clock);
    }
}
