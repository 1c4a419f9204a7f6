package io.flowtide.cli;

import io.flowtide.local.http.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

@Command(
        name = "redrive",
        description = {
            "Gives the dead letters of a deployed stage to their functions once more.",
            "",
            "A letter leaves its queue when Lambda has taken it; if it fails again it comes back by itself.",
            "Doing a thing twice changes nothing. Credentials and region are found as the AWS CLI finds them.",
            ""
        },
        sortOptions = false,
        footer = {"", "Examples:", "  flowtide redrive --dry-run", "  flowtide redrive --stage prod data-join notifier"
        })
final class RedriveCommand implements Callable<Integer> {

    private static final String SUFFIX = "-dead-letters";
    private static final int AT_ONCE = 10;
    private static final int LONG_ENOUGH_SECONDS = 120;

    private final PrintWriter out;

    @Parameters(paramLabel = "FUNCTION", description = "Which functions, such as data-join. None means all.")
    private List<String> functions = List.of();

    @Option(names = "--stage", defaultValue = "dev", description = "The stage (default: ${DEFAULT-VALUE}).")
    private String stage;

    @Option(names = "--dry-run", description = "Only say what lies there, and why. It is hidden for two minutes.")
    private boolean dryRun;

    @Mixin
    private HelpOption help;

    RedriveCommand(Surroundings surroundings) {
        this.out = surroundings.out();
    }

    @Override
    public Integer call() throws BadInputException {
        try (SqsClient sqs = SqsClient.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
                LambdaClient lambda = LambdaClient.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            List<String> queues = queues(sqs);
            if (queues.isEmpty()) {
                throw new BadInputException("There is no queue flowtide-" + stage + "-…" + SUFFIX
                        + " for that: is it the right stage, function, region and account?");
            }
            for (String queue : queues) {
                redrive(sqs, lambda, queue);
            }
            return ExitCode.FINE;
        } catch (SdkException trouble) {
            throw new BadInputException("AWS refused: " + trouble.getMessage());
        }
    }

    private List<String> queues(SqsClient sqs) {
        return sqs.listQueuesPaginator(list -> list.queueNamePrefix("flowtide-" + stage + "-")).queueUrls().stream()
                .filter(url -> url.endsWith(SUFFIX))
                .filter(url -> functions.isEmpty() || functions.contains(shortName(url)))
                .toList();
    }

    private String shortName(String queue) {
        String function = function(queue);
        return function.substring(("flowtide-" + stage + "-").length());
    }

    private static String function(String queue) {
        return queue.substring(queue.lastIndexOf('/') + 1, queue.length() - SUFFIX.length());
    }

    private void redrive(SqsClient sqs, LambdaClient lambda, String queue) {
        long letters = 0;
        List<Message> some = receive(sqs, queue);
        while (!some.isEmpty()) {
            for (Message letter : some) {
                DeadLetterBody body = DeadLetterBody.read(letter.body());
                out.println(function(queue) + ": " + body.reason());
                if (!dryRun) {
                    invoke(lambda, function(queue), body);
                    sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(letter.receiptHandle()));
                }
            }
            letters += some.size();
            some = receive(sqs, queue);
        }
        out.println(function(queue) + ": " + letters + (dryRun ? " dead letters" : " given to the function once more"));
    }

    private static List<Message> receive(SqsClient sqs, String queue) {
        return sqs.receiveMessage(receive ->
                        receive.queueUrl(queue).maxNumberOfMessages(AT_ONCE).visibilityTimeout(LONG_ENOUGH_SECONDS))
                .messages();
    }

    private static void invoke(LambdaClient lambda, String function, DeadLetterBody body) {
        lambda.invoke(invoke -> invoke.functionName(function)
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromByteArrayUnsafe(Json.bytes(body.event()))));
    }
}
