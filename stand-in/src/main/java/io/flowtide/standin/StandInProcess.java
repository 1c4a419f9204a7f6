package io.flowtide.standin;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link StandIns} in a process of their own, so that whoever uses them needs none of their libraries: this class, and
 * what it needs, is plain Java. The process ends with {@link #close()} or with the one that started it.
 */
public final class StandInProcess implements AutoCloseable {

    private final Process process;
    private final Endpoints endpoints;

    private StandInProcess(Process process, Endpoints endpoints) {
        this.process = process;
        this.endpoints = endpoints;
    }

    /** Starts them from the build of this module, below the folder that the system property flowtide.root names. */
    public static StandInProcess start(Layout layout) {
        return start(Path.of(System.getProperty("flowtide.root", ".")), layout);
    }

    /**
     * @param root the root of the repository
     * @throws IllegalStateException when this module was not built, or the servers do not start
     */
    public static StandInProcess start(Path root, Layout layout) {
        try {
            Process process = new ProcessBuilder(command(root.toAbsolutePath().resolve("stand-in/target"), layout))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new StandInProcess(process, awaitEndpoints(process));
        } catch (IOException trouble) {
            throw new IllegalStateException("The stand-ins for S3 and DynamoDB could not be started", trouble);
        }
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static List<String> command(Path target, Layout layout) throws IOException {
        Path libraries = target.resolve("class-path");
        if (!Files.exists(libraries)) {
            throw new IllegalStateException(
                    target + " holds no build of the stand-ins: run ./mvnw -pl stand-in package");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                target.resolve("classes") + File.pathSeparator + Files.readString(libraries),
                "io.flowtide.standin.StandIns"));
        command.addAll(layout.toArguments());
        return command;
    }

    private static Endpoints awaitEndpoints(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (Endpoints.isLine(line)) {
                return Endpoints.parse(line);
            }
        }
        throw new IllegalStateException("The stand-ins for S3 and DynamoDB ended before they were ready");
    }
}
