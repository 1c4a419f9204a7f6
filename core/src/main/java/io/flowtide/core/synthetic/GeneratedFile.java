package io.flowtide.core.synthetic;

import java.time.Instant;

/**
 * A file of what never happened.
 *
 * @param key where it belongs, relative to the prefix or folder that such files are delivered to
 * @param start the start of the time that it covers
 * @param end the end of that time: the real one would be delivered a little later
 * @param bytes its content
 */
public record GeneratedFile(String key, Instant start, Instant end, byte[] bytes) {}
