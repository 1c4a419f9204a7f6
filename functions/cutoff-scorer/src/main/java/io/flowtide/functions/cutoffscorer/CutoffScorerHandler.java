package io.flowtide.functions.cutoffscorer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.flowtide.aws.Batch;
import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.Trigger;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Takes S3 notifications of the topic {@code scored-ready}. */
@Named("cutoff-scorer")
public class CutoffScorerHandler implements RequestStreamHandler {

    private static final Logger LOG = Logger.getLogger(CutoffScorerHandler.class);

    private final WindowScorer scorer;

    @Inject
    public CutoffScorerHandler(WindowScorer scorer) {
        this.scorer = scorer;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) {
        MDC.put("requestId", context.getAwsRequestId());
        Trigger trigger = Trigger.parse(event);
        if (trigger instanceof Trigger.Objects created) {
            Batch.forEach(created.objects(), this::score);
        } else {
            LOG.infof("Nothing to do: %s", trigger);
        }
    }

    private void score(CreatedObject window) {
        MDC.put("source", window.toString());
        try {
            scorer.score(window);
        } finally {
            MDC.remove("source");
        }
    }
}
