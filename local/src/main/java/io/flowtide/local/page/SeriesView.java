package io.flowtide.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.local.Suite;
import io.flowtide.local.http.Json;
import io.flowtide.local.page.JudgedSeries.Judged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A series with what was expected of it, as JSON: per bucket its start in seconds, value, expected, low and high. */
final class SeriesView {

    private static final String FIRST_CHOICE = "requests/all";

    private final StoredSeries stored;
    private final JudgedSeries judged;

    SeriesView(Suite suite, Clock clock) {
        this.stored = new StoredSeries(suite, clock);
        this.judged = new JudgedSeries(suite);
    }

    /** @param query {@code name} of a series and {@code range}: day, week or all */
    JsonNode toJson(Map<String, String> query) {
        judged.refresh();
        SortedSet<SeriesId> names = new TreeSet<>(stored.names());
        names.addAll(judged.names());
        ObjectNode json = Json.object();
        json.set("names", names.stream().map(SeriesId::name).map(Json::text).collect(Json.toArray()));
        Optional<SeriesId> chosen = chosen(names, query.getOrDefault("name", ""));
        Duration width = chosen.flatMap(judged::of).map(Judged::width).orElse(Slot.WIDTH);
        json.put("name", chosen.map(SeriesId::name).orElse("")).put("width", width.toSeconds());
        json.set("points", points(chosen.map(id -> buckets(id, query.getOrDefault("range", "week")))));
        return json;
    }

    private static Optional<SeriesId> chosen(SortedSet<SeriesId> names, String wanted) {
        return List.of(wanted, FIRST_CHOICE).stream()
                .flatMap(name -> names.stream().filter(id -> id.name().equals(name)))
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    private NavigableMap<Instant, Bucket> buckets(SeriesId id, String range) {
        NavigableMap<Instant, Bucket> judgements =
                new TreeMap<>(judged.of(id).map(Judged::buckets).orElseGet(TreeMap::new));
        Optional<Instant> end = stored.end();
        boolean isUpload = !stored.names().contains(id);
        if (isUpload || end.isEmpty()) {
            return judgements;
        }
        Instant from = from(end.get(), range);
        NavigableMap<Instant, Bucket> buckets = stored.buckets(id, from, end.get());
        buckets.putAll(judgements.tailMap(from));
        return buckets;
    }

    private static Instant from(Instant end, String range) {
        return switch (range) {
            case "day" -> end.minus(Duration.ofDays(1));
            case "week" -> end.minus(Duration.ofDays(7));
            default -> Instant.EPOCH;
        };
    }

    private static ArrayNode points(Optional<NavigableMap<Instant, Bucket>> buckets) {
        ArrayNode points = Json.array();
        buckets.ifPresent(known -> known.forEach((start, bucket) -> {
            ArrayNode point = points.addArray().add(start.getEpochSecond());
            for (double number : new double[] {bucket.value(), bucket.expected(), bucket.low(), bucket.high()}) {
                add(point, number);
            }
        }));
        return points;
    }

    private static void add(ArrayNode point, double number) {
        if (Double.isFinite(number)) {
            point.add(Math.round(number * 100) / 100.0);
        } else {
            point.addNull();
        }
    }
}
