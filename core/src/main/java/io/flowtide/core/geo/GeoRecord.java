package io.flowtide.core.geo;

import java.util.Map;
import java.util.Optional;

/** What a record of a database says, by the names that MaxMind, DB-IP and IPinfo use. */
final class GeoRecord {

    private GeoRecord() {}

    /** A part of a record. */
    interface Part {
        Optional<String> of(Map<?, ?> entries);
    }

    /** {@code country.iso_code}, or {@code country} itself. */
    static Optional<String> country(Map<?, ?> entries) {
        Object country = entries.get("country");
        return country instanceof Map<?, ?> map ? text(map.get("iso_code")) : text(country);
    }

    /** {@code autonomous_system_number}, or {@code asn}. */
    static Optional<String> asn(Map<?, ?> entries) {
        Object number = entries.get("autonomous_system_number");
        return number == null ? text(entries.get("asn")) : text("AS" + number);
    }

    private static Optional<String> text(Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
