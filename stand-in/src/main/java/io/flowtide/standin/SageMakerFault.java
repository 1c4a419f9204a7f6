package io.flowtide.standin;

import io.flowtide.standin.SageMakerServer.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** How a request to an endpoint goes wrong. */
public enum SageMakerFault {
    /** Too many requests for the account. */
    THROTTLED(Reply.error(400, "ThrottlingException", "Rate exceeded")),
    /** Nobody is there for a moment. */
    UNAVAILABLE(Reply.error(503, "ServiceUnavailable", "The service is temporarily unavailable.")),
    /** The container failed. */
    MODEL_ERROR(modelError(500, "Worker died.")),
    /** The container will never take this. */
    MODEL_REFUSES(modelError(415, "Content type is not supported.")),
    /** The answer is cut off in the middle. */
    HALF_WRITTEN(null),
    /** The answer comes after {@link #DELAY}. */
    SLOW(null),
    /** The answer is something else. */
    GARBAGE(Reply.of("application/json", "<html>It works!</html>"));

    /** Longer than a test waits for an attempt. */
    public static final Duration DELAY = Duration.ofSeconds(3);

    private final Reply reply;

    SageMakerFault(Reply reply) {
        this.reply = reply;
    }

    /** What is answered whatever was asked. */
    Optional<Reply> reply() {
        return Optional.ofNullable(reply);
    }

    private static Reply modelError(int status, String message) {
        String body =
                """
                {"LogStreamArn":"arn:aws:logs:eu-central-1:000000000000:log-group:/aws/sagemaker/Endpoints/x",\
                "Message":"Received server error (%d) from primary with message '%s'",\
                "OriginalMessage":"%2$s","OriginalStatusCode":%1$d}"""
                        .formatted(status, message);
        return new Reply(424, "application/json", "ModelError", body.getBytes(StandardCharsets.UTF_8));
    }
}
