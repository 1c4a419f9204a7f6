package io.flowtide.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file, or what comes in.
 *
 * @param name what it is called in messages
 * @param path nothing for what comes in
 */
record Input(String name, Optional<Path> path) {

    static final String STANDARD_INPUT = "-";

    /** One file, or {@code -}. */
    static Input of(String argument) {
        return argument.equals(STANDARD_INPUT)
                ? new Input("(standard input)", Optional.empty())
                : new Input(argument, Optional.of(Path.of(argument)));
    }

    /** A file, {@code -}, or all files of a folder, ordered by name. */
    static List<Input> allOf(String argument) throws IOException {
        Input input = of(argument);
        if (input.path.isEmpty() || !Files.isDirectory(input.path.get())) {
            return List.of(input);
        }
        try (Stream<Path> files = Files.walk(input.path.get())) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new Input(file.toString(), Optional.of(file)))
                    .toList();
        }
    }

    InputStream open(Surroundings surroundings) throws IOException {
        if (path.isEmpty()) {
            return surroundings.in();
        }
        if (Files.isDirectory(path.get())) {
            throw new IOException("This is a folder, but a file is needed");
        }
        try {
            return Files.newInputStream(path.get());
        } catch (NoSuchFileException absent) {
            throw new FileNotFoundException("There is no such file");
        }
    }
}
