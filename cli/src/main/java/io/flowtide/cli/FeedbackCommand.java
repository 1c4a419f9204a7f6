package io.flowtide.cli;

import io.flowtide.aws.FalseAlarms;
import io.flowtide.aws.IncidentStates;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.scoring.FalseAlarm;
import io.flowtide.core.series.SeriesId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** {@code flowtide feedback}: says that an incident was a false alarm, so that its shape is not told again. */
@Command(
        name = "feedback",
        description = {
            "Says that an incident was a false alarm: what has its shape is kept and listed, but not told again. The shape is",
            "its series and direction, the same hours of the same kind of day, and not much further from what is expected.",
            "",
            "Uses the credentials and the region of your AWS configuration."
        })
final class FeedbackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "INCIDENT",
            description = "The incident's name, as messages and charts have it: requests-all-8aafb1c6-20261121T0805Z.")
    private Optional<String> incident = Optional.empty();

    @Option(names = "--undo", description = "Take the mark away again.")
    private boolean undo;

    @Option(names = "--list", paramLabel = "SERIES", description = "List what is marked of a series, and do nothing.")
    private Optional<String> listed = Optional.empty();

    @Option(
            names = "--table",
            paramLabel = "NAME",
            defaultValue = "${env:FLOWTIDE_INCIDENTS_TABLE:-flowtide-dev-incidents}",
            description = "The Incidents table (default: ${DEFAULT-VALUE}).")
    private String table;

    @Option(names = "--endpoint", paramLabel = "URL", description = "Where DynamoDB is, if it is not AWS'.")
    private Optional<URI> endpoint = Optional.empty();

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    FeedbackCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        if (incident.isPresent() == listed.isPresent()) {
            throw new ParameterException(spec.commandLine(), "Name either an incident or, with --list, a series.");
        }
        Optional<SeriesId> series = listed.map(this::series);
        try (DynamoDbClient dynamo = dynamo()) {
            FalseAlarms alarms = new FalseAlarms(dynamo, table);
            if (series.isPresent()) {
                list(alarms.of(series.get()));
            } else {
                mark(alarms, new IncidentStates(dynamo, table), incident.get());
            }
            return ExitCode.FINE;
        } catch (SdkException trouble) {
            throw new BadInputException("The table " + table + " can't be used: " + trouble.getMessage());
        }
    }

    private SeriesId series(String name) {
        try {
            return new SeriesId(name);
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(spec.commandLine(), malformed.getMessage());
        }
    }

    private void mark(FalseAlarms alarms, IncidentStates states, String name) throws BadInputException {
        AnomalyDetected state = states.latest(name)
                .orElseThrow(() -> new BadInputException("The table " + table + " knows no incident '" + name
                        + "': its name is in the messages, and in the keys below charts/"));
        if (undo) {
            alarms.unmark(state.series(), name);
            surroundings.err().println("No false alarm any more: " + state.summary());
        } else {
            FalseAlarm alarm = FalseAlarm.of(state, surroundings.clock().instant());
            alarms.mark(alarm);
            surroundings.err().println("A false alarm: " + state.summary());
            surroundings.err().println("Not told again: " + alarm.inWords());
        }
    }

    private void list(List<FalseAlarm> marked) {
        marked.forEach(
                alarm -> surroundings.out().println(alarm.incident() + "\t" + alarm.marked() + "\t" + alarm.inWords()));
    }

    private DynamoDbClient dynamo() {
        DynamoDbClientBuilder builder = DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
