package io.flowtide.local.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowtide.local.http.Json;
import io.flowtide.standin.SageMakerServer.Call;
import io.flowtide.standin.SageMakerServer.Reply;

/**
 * What DeepAR's protocol asks for, by the plainest forecast there is: the value of the day before (of five-minute
 * buckets), spread by the differences between the last two days.
 */
final class LocalDeepAr {

    private static final int DAY = 288;
    private static final double QUANTILE = 1.2815515655446004;

    private LocalDeepAr() {}

    static Reply answer(Call call) {
        ObjectNode answer = Json.object();
        ArrayNode predictions = answer.putArray("predictions");
        for (JsonNode instance : Json.read(call.body()).path("instances")) {
            predictions.add(prediction(instance));
        }
        return Reply.of("application/json", answer.toString());
    }

    private static JsonNode prediction(JsonNode instance) {
        JsonNode target = instance.path("target");
        int steps = instance.path("dynamic_feat").path(0).size() - target.size();
        double deviation = deviation(target);
        ObjectNode prediction = Json.object();
        ObjectNode quantiles = prediction.putObject("quantiles");
        for (String quantile : new String[] {"0.1", "0.5", "0.9"}) {
            double away = (Double.parseDouble(quantile) - 0.5) / 0.4 * QUANTILE * deviation;
            ArrayNode row = quantiles.putArray(quantile);
            for (int step = 0; step < steps; step++) {
                int before = target.size() - DAY + step % DAY;
                row.add(value(target, before < 0 ? target.size() - 1 : before) + away);
            }
        }
        return prediction;
    }

    private static double deviation(JsonNode target) {
        double squares = 0;
        int count = 0;
        for (int i = Math.max(DAY, target.size() - DAY); i < target.size(); i++) {
            double difference = value(target, i) - value(target, i - DAY);
            squares += difference * difference;
            count++;
        }
        return count == 0 ? 1 : Math.sqrt(squares / count);
    }

    private static double value(JsonNode target, int index) {
        JsonNode value = target.path(index);
        return value.isNumber() ? value.asDouble() : 0;
    }
}
