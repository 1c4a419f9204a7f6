package io.flowtide.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowtide.core.calendar.LocalCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.series.TimeSeries;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** Writes instances for DeepAR and reads its predictions. */
final class DeepArRequests {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Payloads.Framing FRAMING = new Payloads.Framing(
            "{\"instances\":[",
            ',',
            "],\"configuration\":{\"num_samples\":100,\"output_types\":[\"quantiles\"],"
                    + "\"quantiles\":[\"0.1\",\"0.5\",\"0.9\"]}}");
    private static final int SATURDAY = 5;

    private final Backend backend;
    private final SeriesCalendar calendar;
    private final int steps;

    DeepArRequests(Backend backend, SeriesCalendar calendar, int steps) {
        this.backend = backend;
        this.calendar = calendar;
        this.steps = steps;
    }

    /** The 10 %, 50 % and 90 % quantiles, one per step. */
    record Quantiles(double[] low, double[] middle, double[] high) {}

    /**
     * @param quantiles one per history
     * @param variant the production variant that answered
     */
    record Answers(List<Quantiles> quantiles, String variant) {}

    /** Forecasts what comes after each of the histories. */
    Answers ask(Endpoints endpoints, List<TimeSeries> histories) {
        List<String> instances = histories.stream().map(this::instance).toList();
        List<Quantiles> quantiles = new ArrayList<>();
        String variant = "";
        for (Payloads.Payload payload : Payloads.of(
                backend.endpoint(), instances, FRAMING, endpoints.settings().payload())) {
            Endpoints.Answer answer =
                    endpoints.call(backend.endpoint(), "application/json", "application/json", payload.body());
            quantiles.addAll(predictions(answer, payload.records()));
            variant = answer.variant();
        }
        return new Answers(quantiles, variant);
    }

    private String instance(TimeSeries history) {
        ObjectNode instance = MAPPER.createObjectNode();
        instance.put("start", START.format(history.start().atZone(calendar.zone())));
        ArrayNode target = instance.putArray("target");
        for (int i = 0; i < history.size(); i++) {
            if (history.values().isMissing(i)) {
                target.add("NaN");
            } else {
                target.add(history.values().get(i));
            }
        }
        if (backend.options().containsKey("cat")) {
            instance.putArray("cat").add(Integer.parseInt(backend.options().get("cat")));
        }
        LocalCalendar days = new LocalCalendar(history.width(), calendar);
        ArrayNode features = instance.putArray("dynamic_feat");
        features.add(feature(history, days, days::isHoliday));
        features.add(feature(history, days, day -> LocalCalendar.weekday(day) >= SATURDAY));
        return instance.toString();
    }

    /** One number per bucket of the history and of what is to come. */
    private ArrayNode feature(TimeSeries history, LocalCalendar days, LongPredicate holds) {
        ArrayNode feature = MAPPER.createArrayNode();
        for (int i = 0; i < history.size() + steps; i++) {
            feature.add(holds.test(days.day(history.time(i))) ? 1 : 0);
        }
        return feature;
    }

    private List<Quantiles> predictions(Endpoints.Answer answer, int asked) {
        JsonNode predictions =
                AnswerJson.read(backend.endpoint(), answer.body()).path("predictions");
        if (predictions.size() != asked) {
            throw new EndpointException(
                    backend.endpoint(), "answered " + predictions.size() + " predictions to " + asked + " instances");
        }
        List<Quantiles> quantiles = new ArrayList<>(asked);
        for (JsonNode prediction : predictions) {
            JsonNode rows = prediction.path("quantiles");
            quantiles.add(new Quantiles(row(rows, "0.1"), row(rows, "0.5"), row(rows, "0.9")));
        }
        return quantiles;
    }

    private double[] row(JsonNode rows, String quantile) {
        JsonNode row = rows.path(quantile);
        if (row.size() != steps) {
            throw new EndpointException(
                    backend.endpoint(),
                    "forecasts " + row.size() + " buckets of the quantile " + quantile + ", but the option steps says "
                            + steps);
        }
        double[] numbers = new double[steps];
        for (int i = 0; i < steps; i++) {
            numbers[i] = AnswerJson.number(backend.endpoint(), row.get(i));
        }
        return numbers;
    }
}
