package io.flowtide.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** What an invocation is about: the JSON of a Lambda event, unwrapped. */
public sealed interface Trigger {

    /**
     * @param objects created objects in the order of the event, at least one; what else the event held is left out
     */
    record Objects(List<CreatedObject> objects) implements Trigger {
        public Objects {
            objects = List.copyOf(objects);
        }
    }

    /**
     * @param time when the schedule fired
     */
    record Tick(Instant time) implements Trigger {}

    /**
     * Lines that CloudWatch Logs hands over itself.
     *
     * @param source stands for the object that they would have been in
     * @param event the whole event
     */
    record Lines(CreatedObject source, byte[] event) implements Trigger {}

    /**
     * @param messages SNS messages that are no S3 notifications, in the order of the event, at least one
     */
    record Messages(List<String> messages) implements Trigger {
        public Messages {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Nothing to do: S3's test event, a removed object.
     *
     * @param why in a few words, for the log
     */
    record Nothing(String why) implements Trigger {}

    /**
     * Reads an S3 notification, plain or within SNS messages, any other SNS message, a schedule's event, or that of a
     * subscription of CloudWatch Logs.
     *
     * @throws UnknownEventException when the event is none of these; the message says what it looks like
     */
    static Trigger parse(byte[] lambdaEvent) {
        return TriggerReader.read(lambdaEvent);
    }

    /** As {@link #parse(byte[])}; reads the stream to its end and leaves it open. */
    static Trigger parse(InputStream lambdaEvent) {
        try {
            return parse(lambdaEvent.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException("The event could not be read", broken);
        }
    }
}
