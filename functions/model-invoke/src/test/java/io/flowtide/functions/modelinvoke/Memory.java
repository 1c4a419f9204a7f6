package io.flowtide.functions.modelinvoke;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Snapshots in memory. */
final class Memory implements Snapshots {

    final Map<String, byte[]> objects = new LinkedHashMap<>();

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(objects.get(path));
    }

    @Override
    public void write(String path, byte[] snapshot) {
        objects.put(path, snapshot);
    }
}
