package io.flowtide.functions.modeltrainer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.flowtide.aws.Batch;
import io.flowtide.aws.Trigger;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Takes the schedule, and messages of the topic {@code train-requested}. */
@Named("model-trainer")
public class ModelTrainerHandler implements RequestStreamHandler {

    private static final Logger LOG = Logger.getLogger(ModelTrainerHandler.class);

    private final ModelTrainer trainer;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public ModelTrainerHandler(ModelTrainer trainer) {
        this.trainer = trainer;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) {
        MDC.put("requestId", context.getAwsRequestId());
        TimeLeft left = TimeLeft.of(context.getRemainingTimeInMillis(), clock);
        Trigger trigger = Trigger.parse(event);
        if (trigger instanceof Trigger.Tick tick) {
            trainer.trainDue(tick.time(), left);
        } else if (trigger instanceof Trigger.Messages messages) {
            Batch.forEach(messages.messages(), message -> trainer.request(TrainRequest.parse(message)));
            trainer.trainDue(clock.instant(), left);
        } else {
            LOG.infof("Nothing to do: %s", trigger);
        }
    }
}
