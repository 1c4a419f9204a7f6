package io.flowtide.functions.forecaster;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.flowtide.aws.Trigger;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Takes the tick of a schedule. */
@Named("forecaster")
public class ForecasterHandler implements RequestStreamHandler {

    private static final Logger LOG = Logger.getLogger(ForecasterHandler.class);

    private final Forecasting forecasting;

    @Inject
    public ForecasterHandler(Forecasting forecasting) {
        this.forecasting = forecasting;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) {
        MDC.put("requestId", context.getAwsRequestId());
        Trigger trigger = Trigger.parse(event);
        if (trigger instanceof Trigger.Tick) {
            forecasting.run();
        } else {
            LOG.infof("Nothing to do: %s", trigger);
        }
    }
}
