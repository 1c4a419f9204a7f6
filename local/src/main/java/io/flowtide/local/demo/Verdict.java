package io.flowtide.local.demo;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.synthetic.PlantedAnomaly;
import io.flowtide.local.lambda.DeadLetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Whether people heard of exactly the planted anomalies, of each state once, through both channels. */
final class Verdict {

    /** An anomaly is seen in buckets, and may be seen a little late. */
    private static final Duration SLACK = Duration.ofMinutes(15);

    private final List<String> problems = new ArrayList<>();

    private Verdict() {}

    /**
     * @param planted what they should have heard of
     * @param told what they heard of each state
     * @param deadLetters what could not be handled
     * @return what went wrong, in words; empty when all went well
     */
    static List<String> problems(List<PlantedAnomaly> planted, List<Told> told, List<DeadLetter> deadLetters) {
        Verdict verdict = new Verdict();
        List<AnomalyDetected> opened = told.stream()
                .map(Told::state)
                .filter(state -> state.state() == AnomalyDetected.State.OPENED)
                .toList();
        planted.forEach(anomaly -> verdict.found(anomaly, opened));
        opened.stream()
                .filter(incident -> planted.stream().noneMatch(matches(incident)))
                .forEach(incident -> verdict.problems.add("Nobody planted this: " + incident.summary()));
        told.forEach(verdict::delivered);
        deadLetters.forEach(letter ->
                verdict.problems.add("An event for " + letter.function() + " could not be handled: " + letter.error()));
        return List.copyOf(verdict.problems);
    }

    private void found(PlantedAnomaly anomaly, List<AnomalyDetected> opened) {
        long found = opened.stream()
                .filter(incident -> matches(incident).test(anomaly))
                .count();
        if (found != 1) {
            String direction = anomaly.direction().name().toLowerCase(Locale.ROOT);
            problems.add("The planted " + direction + " at " + anomaly.start() + " was reported " + found
                    + " times instead of once");
        }
    }

    private static Predicate<PlantedAnomaly> matches(AnomalyDetected incident) {
        return anomaly -> incident.direction() == anomaly.direction()
                && incident.start().isBefore(anomaly.end())
                && !incident.start().isBefore(anomaly.start().minus(SLACK))
                && incident.end().isAfter(anomaly.start());
    }

    private void delivered(Told told) {
        once("Slack", told.slack().size(), told.state());
        once("The thread in Slack", told.charts().size(), told.state());
        once("the ChatBot", told.chatBot().size(), told.state());
    }

    private void once(String channel, int messages, AnomalyDetected state) {
        if (messages != 1) {
            problems.add(channel + " was told " + messages + " times instead of once: " + state.summary());
        }
    }
}
