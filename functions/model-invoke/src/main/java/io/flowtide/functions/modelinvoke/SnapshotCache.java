package io.flowtide.functions.modelinvoke;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Snapshots that this instance of the function read or made, up to a number of bytes; the least recently used leave
 * first. A key always means the same bytes, so that results do not depend on what is in here.
 */
final class SnapshotCache {

    private final long capacity;
    private final Map<String, byte[]> snapshots = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * @param capacity in bytes
     */
    SnapshotCache(long capacity) {
        this.capacity = capacity;
    }

    synchronized Optional<byte[]> get(String key) {
        return Optional.ofNullable(snapshots.get(key));
    }

    synchronized void put(String key, byte[] snapshot) {
        byte[] before = snapshots.put(key, snapshot);
        bytes += snapshot.length - (before == null ? 0 : before.length);
        var eldest = snapshots.entrySet().iterator();
        while (bytes > capacity && eldest.hasNext()) {
            bytes -= eldest.next().getValue().length;
            eldest.remove();
        }
    }
}
