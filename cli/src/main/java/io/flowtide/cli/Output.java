package io.flowtide.cli;

import io.flowtide.core.synthetic.GeneratedFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/** Writes files, and says so when it can't. */
final class Output {

    private Output() {}

    /** Something that is written as text. */
    interface Text {
        void write(PrintWriter out) throws IOException;
    }

    /**
     * @return how many files there were
     * @throws BadInputException when one can't be written
     */
    static long files(Path folder, Stream<GeneratedFile> files) throws BadInputException {
        long written = 0;
        for (Iterator<GeneratedFile> iterator = files.iterator(); iterator.hasNext(); written++) {
            GeneratedFile file = iterator.next();
            Path path = folder.resolve(file.key());
            try {
                Files.createDirectories(path.getParent());
                Files.write(path, file.bytes());
            } catch (IOException unwritable) {
                throw unwritable(path, unwritable);
            }
        }
        return written;
    }

    /** @throws BadInputException when the file can't be written */
    static void text(Path file, Text text) throws BadInputException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                text.write(out);
            }
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    /** @throws BadInputException when the file can't be written */
    static void bytes(Path file, byte[] content) throws BadInputException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, content);
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    static BadInputException unwritable(Path file, IOException reason) {
        return new BadInputException(file + ": This can't be written (" + reason + ")");
    }
}
