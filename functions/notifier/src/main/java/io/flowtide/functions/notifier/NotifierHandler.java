package io.flowtide.functions.notifier;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.flowtide.aws.Batch;
import io.flowtide.aws.Trigger;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Documents;
import jakarta.inject.Named;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Takes states of incidents from the topic {@code anomaly-detected}, and ticks for the digest of the day. */
@Named("notifier")
public class NotifierHandler implements RequestStreamHandler {

    private static final Logger LOG = Logger.getLogger(NotifierHandler.class);

    private final Notifier notifier;
    private final Digests digests;
    private final TimeLeft timeLeft;
    private final Clock clock;

    NotifierHandler(Notifier notifier, Digests digests, TimeLeft timeLeft, Clock clock) {
        this.notifier = notifier;
        this.digests = digests;
        this.timeLeft = timeLeft;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        MDC.put("requestId", context.getAwsRequestId());
        Deadline deadline = Deadline.in(timeLeft.of(context), clock);
        Trigger trigger = Trigger.parse(event);
        if (trigger instanceof Trigger.Messages messages) {
            Batch.forEach(numbered(messages.messages()), message -> tell(message, deadline));
        } else if (trigger instanceof Trigger.Nothing nothing) {
            LOG.infof("Nothing to tell: %s", nothing.why());
        } else if (trigger instanceof Trigger.Tick tick) {
            digests.tell(tick.time(), deadline);
        } else {
            throw new IllegalArgumentException(
                    "The notifier takes messages of the topic anomaly-detected and ticks, not " + trigger);
        }
    }

    /** A message that is named by its place in the event, rather than by all of its text. */
    private record Message(int number, String json) {

        @Override
        public String toString() {
            return "message " + number;
        }
    }

    private static List<Message> numbered(List<String> messages) {
        return IntStream.range(0, messages.size())
                .mapToObj(i -> new Message(i + 1, messages.get(i)))
                .toList();
    }

    private void tell(Message message, Deadline deadline) {
        AnomalyDetected event = Documents.read(message.json().getBytes(StandardCharsets.UTF_8), AnomalyDetected.class);
        MDC.put("incident", event.incident());
        try {
            LOG.infof("%s, revision %d: %s", event.state(), event.revision(), event.summary());
            notifier.tell(event, deadline);
        } finally {
            MDC.remove("incident");
        }
    }
}
