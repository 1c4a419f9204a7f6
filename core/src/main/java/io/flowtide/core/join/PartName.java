package io.flowtide.core.join;

import io.flowtide.core.event.Keys;
import io.flowtide.core.series.Slot;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part by the names in its key: {@code aggregated/slot=<slot>/<source>-<hash>.json}.
 *
 * @param slot the slot that it is a part of
 * @param source the source of its object
 * @param hash names its object among all objects: 16 hexadecimal digits for the object, and 16 for its version
 */
public record PartName(Slot slot, String source, String hash) {

    private static final int HALF = 16;
    private static final Pattern FILE = Pattern.compile(".*/([0-9a-f]{8})-([0-9a-f]{32})\\.json");

    /** @return empty when the key is not that of a part */
    public static Optional<PartName> parse(String key) {
        Matcher file = FILE.matcher(key);
        if (!key.startsWith(Keys.AGGREGATED) || !file.matches()) {
            return Optional.empty();
        }
        try {
            PartName name = new PartName(Keys.part(key).slot(), file.group(1), file.group(2));
            return Optional.of(name).filter(part -> part.key().equals(key));
        } catch (IllegalArgumentException noSlot) {
            return Optional.empty();
        }
    }

    /** What the parts of all versions of one object have in common. */
    public String object() {
        return object(hash);
    }

    /** As {@link #object()}, of the hash of a part. */
    public static String object(String hash) {
        return hash.substring(0, HALF);
    }

    /** The part of the same object's other version in the same slot. */
    public PartName withHash(String other) {
        return new PartName(slot, source, other);
    }

    public String key() {
        return Keys.aggregatedPrefix(slot) + source + "-" + hash + ".json";
    }
}
