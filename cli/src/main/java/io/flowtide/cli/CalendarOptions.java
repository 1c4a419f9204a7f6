package io.flowtide.cli;

import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.calendar.HolidayFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which days are unlike their weekday. */
final class CalendarOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--holidays",
            paramLabel = "WHOSE",
            description =
                    "Public holidays of countries and regions, and other days: DE-BY,2026-12-24,12-31; or a file with "
                            + "one of these per line, a name after a comma. May be given several times.")
    private List<String> holidays = List.of();

    /**
     * All that was given.
     *
     * @throws BadInputException when a line of a file can't be read
     */
    HolidayCalendar calendar() throws BadInputException {
        HolidayCalendar all = HolidayCalendar.none();
        for (String text : holidays) {
            Path file = Path.of(text);
            all = all.and(Files.isRegularFile(file) ? read(file) : parse(text));
        }
        return all;
    }

    private static HolidayCalendar read(Path file) throws BadInputException {
        try {
            return HolidayFile.read(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new BadInputException(file + ": This can't be read (" + unreadable + ")");
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(file + ":" + refused.getMessage());
        }
    }

    private HolidayCalendar parse(String text) {
        try {
            return HolidayCalendar.parse(text);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(
                    spec.commandLine(), unknown.getMessage() + ", and there is no file '" + text + "'.");
        }
    }
}
