package io.flowtide.local;

import io.flowtide.local.lambda.TinyArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A template with one small function that writes down what it is called with. */
public record TinyProject(Path folder) {

    public static TinyProject lay(Path folder) throws IOException {
        try (InputStream content = TinyProject.class.getResourceAsStream("tiny.yaml")) {
            Files.copy(content, folder.resolve("template.yaml"));
        }
        TinyProject project = new TinyProject(folder);
        TinyArchive.write(project.archive());
        return project;
    }

    public Path archive() {
        return folder.resolve("functions/tiny/target/function.zip");
    }

    public SuiteOptions options() {
        return SuiteOptions.of(folder.resolve("template.yaml")).withParameters(Map.of("TinyLog", log().toString()));
    }

    private Path log() {
        return folder.resolve("calls");
    }

    /** The events that the function got. */
    public List<String> calls() throws IOException {
        return Files.readAllLines(log());
    }
}
