package io.flowtide.local.demo;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.local.Suite;
import io.flowtide.local.receivers.Message;
import java.util.List;

/**
 * What people were told of one state of an incident.
 *
 * @param state the state
 * @param slack the messages
 * @param charts the pictures in the thread
 * @param chatBot the calls
 */
record Told(AnomalyDetected state, List<Message> slack, List<Message> charts, List<Message> chatBot) {

    /** What they were told so far of every state that was published. */
    static List<Told> all(Suite suite) {
        List<Message> slack = suite.slack().messages();
        List<Message> chatBot = suite.chatBot().messages();
        return suite.incidents().all().stream()
                .flatMap(states -> states.stream().map(state -> of(state, slack, chatBot)))
                .toList();
    }

    private static Told of(AnomalyDetected state, List<Message> slack, List<Message> chatBot) {
        String key = state.incident() + "-" + state.revision();
        return new Told(state, keyed(key, slack), keyed(key + ".png", slack), keyed(key, chatBot));
    }

    private static List<Message> keyed(String key, List<Message> messages) {
        return messages.stream().filter(message -> message.key().equals(key)).toList();
    }

    boolean complete() {
        return !slack.isEmpty() && !charts.isEmpty() && !chatBot.isEmpty();
    }
}
