package io.flowtide.functions.modelinvoke;

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

/** Takes S3 notifications of the topic {@code joined-ready}. */
@Named("model-invoke")
public class ModelInvokeHandler implements RequestStreamHandler {

    private static final Logger LOG = Logger.getLogger(ModelInvokeHandler.class);

    private final ModelInvoke models;

    @Inject
    public ModelInvokeHandler(ModelInvoke models) {
        this.models = models;
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
            models.score(window);
        } finally {
            MDC.remove("source");
        }
    }
}
