package io.flowtide.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Says which version this is, as the archive's manifest has it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {"flowtide " + version, "Java " + Runtime.version()};
    }
}
