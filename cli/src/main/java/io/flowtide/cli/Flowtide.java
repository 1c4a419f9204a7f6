package io.flowtide.cli;

import io.flowtide.core.series.Durations;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code flowtide}. */
@Command(
        name = "flowtide",
        description = "Watches the tide of requests that a network carries, and tells when traffic leaves it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "'flowtide COMMAND --help' tells more about a command. Results go to standard output, everything",
            "else to standard error. Exit code 0: fine, 1: bad input, 2: wrong usage."
        })
public final class Flowtide implements Runnable {

    private static final int WIDTH = 100;
    private static final int BUFFER = 1 << 16;

    /** All commands, in the order of the help. A further one is added here, and nowhere else. */
    private static final List<Named> COMMANDS = List.of(
            new Named("demo", DemoCommand::new),
            new Named("local", LocalCommand::new),
            new Named("aggregate", AggregateCommand::new),
            new Named("dependencies", DependenciesCommand::new),
            new Named("detect", DetectCommand::new),
            new Named("forecast", ForecastCommand::new),
            new Named("feedback", FeedbackCommand::new),
            new Named("charts", ChartsCommand::new),
            new Named("train", TrainCommand::new),
            new Named("backtest", BacktestCommand::new),
            new Named("redrive", RedriveCommand::new),
            new Named("generate", GenerateCommand::commands));

    /** @param maker makes the command */
    private record Named(String name, Function<Surroundings, Object> maker) {}

    @Spec
    private CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Whatever formats a number somewhere, a decimal point is a point.
        Locale.setDefault(Locale.ROOT);
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int code = run(new Surroundings(System.in, out, err, Clock.systemUTC()), arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(
                new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER), StandardCharsets.UTF_8));
    }

    static int run(Surroundings surroundings, String... arguments) {
        return commands(surroundings, arguments).execute(arguments);
    }

    /** Only the wanted command when it is known: to learn the options of all takes longer than many a command does. */
    private static CommandLine commands(Surroundings surroundings, String... arguments) {
        CommandLine commands = new CommandLine(new Flowtide());
        List<Named> wanted = COMMANDS.stream()
                .filter(command -> arguments.length > 0 && arguments[0].equals(command.name))
                .toList();
        for (Named command : wanted.isEmpty() ? COMMANDS : wanted) {
            commands.addSubcommand(command.name, command.maker.apply(surroundings));
        }
        return configured(commands, surroundings);
    }

    private static CommandLine configured(CommandLine commands, Surroundings surroundings) {
        return commands.setOut(surroundings.out())
                .setErr(surroundings.err())
                .setUsageHelpWidth(WIDTH)
                .setUsageHelpLongOptionsMaxWidth(30)
                .registerConverter(Duration.class, Flowtide::duration)
                .registerConverter(ZoneId.class, Flowtide::zone)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Flowtide::wrongUsage)
                .setExecutionExceptionHandler(Flowtide::failed);
    }

    private static Duration duration(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new TypeConversionException(malformed.getMessage());
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new TypeConversionException("'" + text + "' is not a time zone like Europe/Berlin, UTC or +01:00");
        }
    }

    private static int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(wrong.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.WRONG_USAGE;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult arguments) {
        command.getOut().flush();
        PrintWriter err = command.getErr();
        if (failure instanceof BadInputException) {
            err.println(failure.getMessage());
            return ExitCode.BAD_INPUT;
        }
        err.println("This is a fault of Flowtide: " + failure);
        failure.printStackTrace(err);
        return ExitCode.INTERNAL_ERROR;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
