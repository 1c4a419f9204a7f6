package io.flowtide.functions.modelinvoke;

import io.flowtide.aws.ObjectStore;
import java.util.Optional;

/** Snapshots as objects of the lake. */
final class LakeSnapshots implements Snapshots {

    private static final String BINARY = "application/octet-stream";

    private final ObjectStore objects;
    private final String lake;

    /** @param lake the name of the bucket */
    LakeSnapshots(ObjectStore objects, String lake) {
        this.objects = objects;
        this.lake = lake;
    }

    @Override
    public Optional<byte[]> read(String path) {
        return objects.read(lake, path);
    }

    @Override
    public void write(String path, byte[] snapshot) {
        objects.put(lake, path, snapshot, BINARY);
    }
}
