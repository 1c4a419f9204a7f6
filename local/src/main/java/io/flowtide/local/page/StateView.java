package io.flowtide.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.local.Suite;
import io.flowtide.local.http.Json;
import io.flowtide.local.lambda.DeadLetter;
import io.flowtide.local.lambda.FunctionState;
import io.flowtide.local.receivers.Message;
import java.util.List;

/** What goes on in a suite, as JSON. */
final class StateView {

    private final Suite suite;
    private final RefusedLines refused;

    StateView(Suite suite, RefusedLines refused) {
        this.suite = suite;
        this.refused = refused;
    }

    JsonNode toJson() {
        ObjectNode state = Json.object().put("underway", suite.activity().underway());
        state.set(
                "functions", suite.functions().stream().map(StateView::function).collect(Json.toArray()));
        state.set(
                "incidents",
                suite.incidents().all().stream().map(StateView::incident).collect(Json.toArray()));
        state.set(
                "slack",
                suite.slack().messages().stream().map(StateView::message).collect(Json.toArray()));
        state.set(
                "chatBot",
                suite.chatBot().messages().stream().map(StateView::message).collect(Json.toArray()));
        state.set(
                "deadLetters",
                suite.deadLetters().all().stream().map(StateView::letter).collect(Json.toArray()));
        state.set("refused", refused.files().stream().map(StateView::refused).collect(Json.toArray()));
        return state;
    }

    private static JsonNode refused(RefusedLines.File file) {
        return Json.object().put("key", file.key()).put("source", file.source());
    }

    private static JsonNode function(FunctionState function) {
        return Json.object()
                .put("name", function.name())
                .put("processes", function.processes().size())
                .put("busy", function.busy())
                .put("waiting", function.waiting())
                .put("done", function.done())
                .put("failed", function.failed())
                .put("milliseconds", Math.round(function.meanMilliseconds()));
    }

    private static JsonNode incident(List<AnomalyDetected> states) {
        AnomalyDetected last = states.get(states.size() - 1);
        ObjectNode incident = Json.object()
                .put("id", last.incident())
                .put("series", last.series().name())
                .put("severity", last.severity().name())
                .put("direction", last.direction().name())
                .put("start", last.start().toString())
                .put("end", last.end().toString())
                .put("state", last.state().name())
                .put("value", last.peak().value())
                .put("expected", last.peak().expected())
                .put("chart", "/charts/" + last.incident());
        incident.set("states", states.stream().map(StateView::state).collect(Json.toArray()));
        return incident;
    }

    private static JsonNode state(AnomalyDetected state) {
        return Json.object()
                .put("revision", state.revision())
                .put("state", state.state().name())
                .put("summary", state.summary());
    }

    private static JsonNode message(Message message) {
        ObjectNode json = Json.object()
                .put("id", message.id())
                .put("time", message.time().toString())
                .put("ts", message.timestamp())
                .put("thread", message.thread())
                .put("to", message.to())
                .put("text", message.text());
        message.picture().ifPresent(picture -> json.put("picture", "/slack/" + message.id()));
        return json;
    }

    private static JsonNode letter(DeadLetter letter) {
        return Json.object()
                .put("id", letter.id())
                .put("function", letter.function())
                .put("error", letter.error())
                .put("event", letter.event())
                .put("time", letter.time().toString());
    }
}
