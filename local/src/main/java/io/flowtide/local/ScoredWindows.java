package io.flowtide.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowtide.core.event.Keys;
import io.flowtide.local.http.Json;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The keys of the scored windows that were written and that nobody has looked at yet. */
public final class ScoredWindows {

    private final Queue<String> keys = new ConcurrentLinkedQueue<>();

    /** Hears a message of any topic, and keeps the keys when it tells of scored windows. */
    void hear(String topic, String message) {
        if (topic.endsWith("scored-ready")) {
            JsonNode notice = read(message);
            notice.path("Records").forEach(record -> {
                String key = URLDecoder.decode(record.at("/s3/object/key").asText(), StandardCharsets.UTF_8);
                if (key.startsWith(Keys.SCORED)) {
                    keys.add(key);
                }
            });
        }
    }

    private static JsonNode read(String message) {
        try {
            return Json.read(message.getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException noNotice) {
            return Json.object();
        }
    }

    /** Takes up to so many keys, in order of their arrival. */
    public List<String> take(int most) {
        List<String> taken = new ArrayList<>();
        while (taken.size() < most && !keys.isEmpty()) {
            taken.add(keys.remove());
        }
        return taken;
    }
}
