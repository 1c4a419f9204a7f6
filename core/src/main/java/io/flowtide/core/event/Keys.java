package io.flowtide.core.event;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * The keys of the lake. Each is derived from the input and never from the clock, so that doing a thing twice writes the
 * same object twice.
 */
public final class Keys {

    public static final String RAW = "raw/";
    public static final String TESTDATA = "testdata/";
    public static final String FINISHED = "finished/";
    public static final String AGGREGATED = "aggregated/";
    public static final String JOINED = "joined/";
    public static final String SCORED = "scored/";
    public static final String CHARTS = "charts/";
    public static final String MODELS = "models/";
    public static final String FORECASTS = "forecasts/";
    public static final String REJECTED = "rejected/";
    public static final String DEPENDENCY_PARTS = "dependency-parts/";
    public static final String DEPENDENCIES = "dependencies/";

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter COMPACT_SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int SHORT_HASH = 8;
    private static final int LONG_HASH = 32;
    private static final int HALF_HASH = 16;

    private Keys() {}

    /** Where the parts of a slot lie. */
    public static String aggregatedPrefix(Slot slot) {
        return AGGREGATED + "slot=" + slot.name() + "/";
    }

    /**
     * Where one object's part of a slot lies. The hash of the source stands first in the name, so that data-join knows
     * whose watermark moved without opening the part.
     */
    public static String aggregated(Slot slot, ObjectVersion object) {
        return aggregatedPrefix(slot) + source(object.key()) + "-" + hash(object) + ".json";
    }

    /** The first half names the object, the second its version, so that a part tells what it may replace. */
    private static String hash(ObjectVersion object) {
        String name = object.bucket() + "\n" + object.key();
        return hash(name, HALF_HASH) + hash(name + "\n" + object.version(), HALF_HASH);
    }

    /** Where one object's part of an hour of the dependency table lies; {@code hour} is a full one. */
    public static String dependencyPart(Instant hour, ObjectVersion object) {
        return dependencyPart(hour, source(object.key()), hash(object));
    }

    /**
     * As {@link #dependencyPart(Instant, ObjectVersion)}, by the names that the object's parts of slots carry.
     *
     * @param source the short hash of the ingest prefix that the object came from
     * @param hash names the object
     */
    public static String dependencyPart(Instant hour, String source, String hash) {
        return DEPENDENCY_PARTS + "hour=" + new Slot(hour).name() + "/" + source + "-" + hash + ".json";
    }

    /** Where an hour of the dependency table lies; {@code hour} is a full one. */
    public static String dependencies(Instant hour) {
        return DEPENDENCIES + "hour=" + new Slot(hour).name() + ".json";
    }

    /** Reads the slot and the source back from {@link #aggregated}. */
    public static Part part(String key) {
        String[] pieces = key.split("/");
        int dash = pieces.length == 3 ? pieces[2].indexOf('-') : -1;
        if (dash < 0 || !key.startsWith(AGGREGATED + "slot=")) {
            throw new IllegalArgumentException(
                    "A part is named aggregated/slot=<slot>/<source>-<hash>.json, not '" + key + "'");
        }
        return new Part(Slot.parse(pieces[1].substring("slot=".length())), pieces[2].substring(0, dash));
    }

    /**
     * @param slot the part's slot
     * @param source the short hash of the ingest prefix that the object came from
     */
    public record Part(Slot slot, String source) {}

    /**
     * The source of an object: its ingest prefix without the date folders and the file name, as a short hash. Flow logs
     * of one account and region are one source.
     */
    static String source(String rawKey) {
        String folder = rawKey.substring(0, rawKey.lastIndexOf('/') + 1);
        String undated = folder.replaceAll(
                "(?<=/)(year=|month=|day=|hour=)?\\d{1,4}/(?=((year=|month=|day=|hour=)?\\d{1,4}/)*$)", "");
        return hash(undated, SHORT_HASH);
    }

    public static String joined(int shard, Instant from, Instant to) {
        return JOINED + shardAndRange(shard, from, to);
    }

    /** A user's upload has no shard: its window is named by what was uploaded. */
    public static String joinedUpload(ObjectVersion object) {
        return JOINED + "upload/" + hash(object.toString(), LONG_HASH) + ".json";
    }

    /** The scored window of a joined one. */
    public static String scored(String joinedKey) {
        return SCORED + joinedKey.substring(JOINED.length());
    }

    /** Where the scored windows of a shard lie, in the order of their starts. */
    public static String scoredPrefix(int shard) {
        return SCORED + "shard=%02d/".formatted(shard);
    }

    /** Before every scored window of a shard that starts at {@code from} or later, and after all others. */
    public static String scoredFrom(int shard, Instant from) {
        return scoredPrefix(shard) + COMPACT.format(from);
    }

    private static String shardAndRange(int shard, Instant from, Instant to) {
        return "shard=%02d/%s_%s.json".formatted(shard, COMPACT.format(from), COMPACT.format(to));
    }

    /** Names content that has no name of its own. */
    public static String contentHash(byte[] content) {
        return digest(content).substring(0, LONG_HASH);
    }

    /** The latest picture of an incident. */
    public static String chart(String incident) {
        return CHARTS + incident + ".png";
    }

    /** The picture of one state of an incident. */
    public static String chart(String incident, int revision) {
        return CHARTS + incident + "/%06d.png".formatted(revision);
    }

    /** The document that {@link #chart(String, int)} shows. */
    public static String charted(String incident, int revision) {
        return CHARTS + incident + "/%06d.json".formatted(revision);
    }

    public static String model(SeriesId series, String version, String file) {
        return MODELS + slug(series) + "/" + version + "/" + file;
    }

    /** The forecast of a series from an instant on. */
    public static String forecast(SeriesId series, Instant from) {
        return FORECASTS + slug(series) + "/" + COMPACT.format(from) + ".json";
    }

    public static String rejected(String sourceKey) {
        return REJECTED + sourceKey + ".jsonl";
    }

    /** Where a finished upload is moved: its name with the time of the run in front. */
    public static String finished(String testdataKey, Instant run) {
        return FINISHED + COMPACT_SECONDS.format(run) + "_" + testdataKey.substring(TESTDATA.length());
    }

    /** An incident's stable id: the series, made fit for a path, and the first bucket. */
    public static String incident(SeriesId series, Instant firstBucket) {
        return slug(series) + "-" + COMPACT.format(firstBucket);
    }

    /** A series' name made fit for a path: readable, and unique by its hash. */
    static String slug(SeriesId series) {
        String readable = series.name().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        String bounded = readable.length() <= 60 ? readable : readable.substring(0, 60);
        return bounded + "-" + hash(series.name(), SHORT_HASH);
    }

    /** A text made fit for a file's name; a long one ends in its hash. */
    public static String readable(String text) {
        String readable = text.replaceAll("[^A-Za-z0-9]+", "-");
        return readable.length() <= 60 ? readable : readable.substring(0, 60) + "-" + hash(text, SHORT_HASH);
    }

    static String hash(String text, int digits) {
        return digest(text.getBytes(StandardCharsets.UTF_8)).substring(0, digits);
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
