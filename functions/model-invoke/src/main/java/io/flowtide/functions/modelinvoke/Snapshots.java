package io.flowtide.functions.modelinvoke;

import java.util.Optional;

/** Where the snapshots lie. */
interface Snapshots {

    Optional<byte[]> read(String path);

    void write(String path, byte[] snapshot);
}
