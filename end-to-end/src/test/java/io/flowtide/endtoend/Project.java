package io.flowtide.endtoend;

import io.flowtide.local.SuiteOptions;
import java.nio.file.Path;
import java.util.Map;

/** The project that is tested: its template, and the archives that it names. */
final class Project {

    private Project() {}

    /** As people run it, with DynamoDB's permissions enforced as well. */
    static SuiteOptions options(Map<String, String> parameters) {
        Path root = Path.of(System.getProperty("flowtide.root", ".."));
        return SuiteOptions.of(root.resolve("template.yaml"))
                .withParameters(parameters)
                .guardingTables();
    }
}
