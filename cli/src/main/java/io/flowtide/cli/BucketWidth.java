package io.flowtide.cli;

import io.flowtide.core.series.Durations;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The width of the buckets that counts are put into. */
final class BucketWidth {

    private static final Duration DAY = Duration.ofDays(1);

    private BucketWidth() {}

    /** Refuses, as wrong usage, what is no whole minutes or does not divide the day. */
    static void check(CommandSpec command, Duration width) {
        if (width.toSeconds() % 60 != 0 || DAY.toSeconds() % width.toSeconds() != 0) {
            throw new ParameterException(
                    command.commandLine(),
                    "The width must be whole minutes that divide the day, not " + Durations.format(width) + ".");
        }
    }
}
