package io.flowtide.cli;

import io.flowtide.local.Suite;
import io.flowtide.local.SuiteOptions;
import io.flowtide.local.template.TemplateException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the suite of the project that this program was built from. */
final class SuiteStart {

    /** Where the project lies; {@code ./flowtide} says it. */
    private static final String ROOT = "flowtide.root";

    private SuiteStart() {}

    static Path template() throws BadInputException {
        Path template = Path.of(System.getProperty(ROOT, "."), "template.yaml");
        if (!Files.exists(template)) {
            throw new BadInputException("There is no " + template + ": start Flowtide with ./flowtide");
        }
        return template;
    }

    static Suite start(SuiteOptions options) throws BadInputException {
        try {
            return Suite.start(options);
        } catch (TemplateException | UncheckedIOException unfit) {
            throw new BadInputException(unfit.getMessage());
        }
    }
}
