package io.flowtide.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the template says about how the suite hangs together.
 *
 * @param functions the Lambda functions
 * @param buckets the buckets, with whom they notify
 * @param tables the DynamoDB tables
 * @param topics the ARNs of the topics
 * @param subscriptions who hears what of which topic
 * @param schedules what runs regularly
 * @param parameters the values of the parameters
 */
public record Wiring(
        List<Function> functions,
        List<Bucket> buckets,
        List<Table> tables,
        List<String> topics,
        List<Subscription> subscriptions,
        List<Schedule> schedules,
        Map<String, String> parameters) {

    /**
     * @param template the file
     * @param given values for parameters that differ from the defaults
     * @throws TemplateException when the template or a value can't be used; the message says where and why
     */
    public static Wiring read(Path template, Map<String, String> given) {
        return WiringReader.read(template, given);
    }

    /**
     * @param name the stage's name, such as {@code data-join}: the folder that its code comes from
     * @param arn what invokes it is told to invoke
     * @param code the archive
     * @param handler the handler
     * @param runtime {@code java21} or {@code provided.al2023}
     * @param memory megabytes
     * @param timeout after which an invocation has failed
     * @param retries how often a failed asynchronous invocation is tried again
     * @param environment the function's own variables
     * @param policies what the function may do at AWS
     * @param deadLetters the ARN of the queue for events whose invocation failed for good
     */
    public record Function(
            String name,
            String arn,
            Path code,
            String handler,
            String runtime,
            int memory,
            Duration timeout,
            int retries,
            Map<String, String> environment,
            List<Statement> policies,
            String deadLetters) {}

    /**
     * A statement of a policy that allows something.
     *
     * @param actions such as {@code s3:GetObject}; a star stands for any text
     * @param resources ARNs; a star stands for any text, a question mark for any character
     */
    public record Statement(List<String> actions, List<String> resources) {

        public boolean allows(String action, String resource) {
            return actions.stream().anyMatch(pattern -> matches(pattern, action))
                    && resources.stream().anyMatch(pattern -> matches(pattern, resource));
        }

        private static boolean matches(String pattern, String text) {
            String expression = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
            return Pattern.compile(expression, Pattern.DOTALL).matcher(text).matches();
        }
    }

    /** A bucket and its notifications. */
    public record Bucket(String name, List<Notification> notifications) {}

    /**
     * @param event such as {@code s3:ObjectCreated:*}
     * @param topic the topic's ARN
     * @param prefix of the key; empty for any
     * @param suffix of the key; empty for any
     */
    public record Notification(String event, String topic, String prefix, String suffix) {}

    /**
     * @param name the table's name
     * @param partitionKey the name of the attribute
     * @param sortKey the name of the attribute
     */
    public record Table(String name, String partitionKey, String sortKey) {}

    /** A function hears a topic. */
    public record Subscription(String topic, String function) {}

    /**
     * @param name the rule's logical name
     * @param arn the rule's ARN
     * @param rate how often
     * @param function the target's ARN
     */
    public record Schedule(String name, String arn, Duration rate, String function) {}

    /** The one bucket whose logical name is this; for what people and pages ask for. */
    public String bucket(String word) {
        return only(buckets.stream().map(Bucket::name).filter(name -> name.contains(word)), "bucket", word);
    }

    /** The one table whose name has this word in it. */
    public String table(String word) {
        return only(tables.stream().map(Table::name).filter(name -> name.contains(word)), "table", word);
    }

    private static String only(Stream<String> names, String kind, String word) {
        return names.findFirst()
                .orElseThrow(() -> new TemplateException("The template has no " + kind + " named like " + word));
    }
}
