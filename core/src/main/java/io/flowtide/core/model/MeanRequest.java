package io.flowtide.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowtide.core.csv.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * What the endpoint of the original system was asked: {@code {"start":"2019-01-21T00:00:00","end":"2019-01-28T00:00:00"}}.
 *
 * @param start the start of the first bucket
 * @param end the end of the range, exclusive
 */
public record MeanRequest(Instant start, Instant end) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DECIMALS = 4;
    private static final long MOST_BUCKETS = 1_000_000;

    public MeanRequest {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("The range from " + start + " to " + end + " is empty");
        }
    }

    /**
     * @param zone the zone of times without an offset
     * @throws IllegalArgumentException when this is no JSON object with a start before an end; the message says what is wrong
     */
    public static MeanRequest parse(String json, ZoneId zone) {
        try {
            JsonNode request = MAPPER.readTree(json);
            return new MeanRequest(time(request, "start", zone), time(request, "end", zone));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("The request is not JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static Instant time(JsonNode request, String name, ZoneId zone) {
        String text = request.path(name).asText("").strip().replaceFirst(" (?=\\d)", "T");
        try {
            return text.matches(".*T.*([Zz]|[+-]\\d\\d(:?\\d\\d)?)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text.contains("T") ? text : text + "T00:00")
                            .atZone(zone)
                            .toInstant();
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException(
                    "The request needs \"" + name + "\" with a time like 2019-01-21T00:00:00, not '" + text + "'",
                    malformed);
        }
    }

    /**
     * The answer: a header and one row per bucket, {@code Timestamp,Value,Std}.
     *
     * @param width the width of a bucket
     * @param zone the zone in which the times are written
     * @throws IllegalArgumentException when the range holds more than a million buckets
     */
    public String answer(MeanPredictor predictor, Duration width, ZoneId zone) {
        long buckets = Duration.between(start, end).plus(width).minusNanos(1).dividedBy(width);
        if (buckets > MOST_BUCKETS) {
            throw new IllegalArgumentException("The range from " + start + " to " + end + " holds " + buckets
                    + " buckets; ask for at most a million");
        }
        Forecast forecast = predictor.predict(start, width, (int) buckets);
        StringBuilder csv = new StringBuilder("Timestamp,Value,Std\n");
        for (int i = 0; i < forecast.size(); i++) {
            csv.append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            forecast.time(i).atZone(zone)))
                    .append(',')
                    .append(Numbers.format(forecast.mean().get(i), DECIMALS))
                    .append(',')
                    .append(Numbers.format(forecast.deviation().get(i), DECIMALS))
                    .append('\n');
        }
        return csv.toString();
    }
}
