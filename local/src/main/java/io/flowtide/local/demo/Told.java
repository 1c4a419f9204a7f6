package io.flowtide.local.demo;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Keys;
import io.flowtide.local.Suite;
import io.flowtide.local.receivers.Message;
import java.util.List;

/** What people were told of one state of an incident. */
record Told(AnomalyDetected state, List<Message> slack, List<Message> chatBot) {

    /** What they were told so far of every state that was published. */
    static List<Told> all(Suite suite) {
        List<Message> slack = suite.slack().messages();
        List<Message> chatBot = suite.chatBot().messages();
        return suite.incidents().all().stream()
                .flatMap(states -> states.stream().map(state -> of(state, states, slack, chatBot)))
                .toList();
    }

    /** A file in Slack carries the incident's name only; the states of an incident come in order. */
    private static Told of(
            AnomalyDetected state, List<AnomalyDetected> states, List<Message> slack, List<Message> chatBot) {
        String file = Keys.chart(state.incident()).substring(Keys.CHARTS.length());
        List<Message> ofIncident =
                slack.stream().filter(message -> message.key().equals(file)).toList();
        int place = states.indexOf(state);
        boolean last = place == states.size() - 1;
        List<Message> own =
                ofIncident.stream().skip(place).limit(last ? Long.MAX_VALUE : 1).toList();
        String key = state.incident() + "-" + state.revision();
        return new Told(
                state,
                own,
                chatBot.stream().filter(message -> message.key().equals(key)).toList());
    }

    boolean complete() {
        return !slack.isEmpty() && !chatBot.isEmpty();
    }
}
