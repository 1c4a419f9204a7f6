package io.flowtide.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowtide.local.http.Json;
import java.nio.charset.StandardCharsets;

/**
 * What lies in a dead-letter queue of a function: Lambda's record of a failed invocation, a notification that SNS could
 * not hand over, or the event of a schedule.
 *
 * @param event what the function is to be given once more
 * @param reason why it failed, as far as the letter says
 */
record DeadLetterBody(JsonNode event, String reason) {

    /** @throws java.io.UncheckedIOException when the letter is not JSON */
    static DeadLetterBody read(String body) {
        JsonNode letter = Json.read(body.getBytes(StandardCharsets.UTF_8));
        if (letter.has("requestPayload")) {
            String why = letter.path("responsePayload").path("errorMessage").asText("the invocation failed");
            return new DeadLetterBody(letter.path("requestPayload"), why);
        }
        if (letter.path("Type").asText().equals("Notification")) {
            return new DeadLetterBody(asLambdaEvent(letter), "SNS could not hand it over");
        }
        return new DeadLetterBody(letter, "EventBridge could not hand it over");
    }

    /** Lambda names two of the fields differently, and says where the notification came from. */
    private static ObjectNode asLambdaEvent(JsonNode notification) {
        ObjectNode sns = notification.deepCopy();
        sns.set("SigningCertUrl", sns.remove("SigningCertURL"));
        sns.set("UnsubscribeUrl", sns.remove("UnsubscribeURL"));
        ObjectNode event = Json.object();
        event.putArray("Records")
                .addObject()
                .put("EventSource", "aws:sns")
                .put("EventVersion", "1.0")
                .put("EventSubscriptionArn", notification.path("TopicArn").asText())
                .set("Sns", sns);
        return event;
    }
}
