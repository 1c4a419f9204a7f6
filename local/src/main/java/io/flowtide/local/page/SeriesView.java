package io.flowtide.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowtide.local.Suite;
import io.flowtide.local.http.Json;
import java.util.Map;

final class SeriesView {
    SeriesView(Suite suite) {}

    JsonNode toJson(Map<String, String> query) {
        return Json.object();
    }
}
