package io.flowtide.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where functions are unpacked and their output is kept while the suite runs. */
record WorkFolder(Path path) implements AutoCloseable {

    static WorkFolder create() {
        try {
            return new WorkFolder(Files.createTempDirectory("flowtide-"));
        } catch (IOException full) {
            throw new UncheckedIOException("Can't make a temporary folder", full);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> content = Files.walk(path)) {
            content.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            // The operating system clears its temporary folder anyway.
        }
    }
}
