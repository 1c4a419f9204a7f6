package io.flowtide.local.template;

import io.flowtide.local.template.Wiring.Bucket;
import io.flowtide.local.template.Wiring.Function;
import io.flowtide.local.template.Wiring.Notification;
import io.flowtide.local.template.Wiring.Schedule;
import io.flowtide.local.template.Wiring.Statement;
import io.flowtide.local.template.Wiring.Subscription;
import io.flowtide.local.template.Wiring.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in a resolved template what the local suite runs. */
final class WiringReader {

    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
    private static final int LAMBDA_RETRIES = 2;

    private final Path folder;
    private final Resolver resolver;
    private final Map<String, String> parameters;

    private WiringReader(Path template, Map<?, ?> tree, Map<String, String> given) {
        this.folder = template.toAbsolutePath().getParent();
        this.parameters =
                Parameters.of(tree.get("Parameters") instanceof Map<?, ?> declared ? declared : Map.of(), given);
        this.resolver = new Resolver(tree, parameters);
    }

    static Wiring read(Path template, Map<String, String> given) {
        return new WiringReader(template, TemplateYaml.read(template), given).wiring();
    }

    private Wiring wiring() {
        Wiring wiring = new Wiring(
                resources("AWS::Serverless::Function").map(this::function).toList(),
                resources("AWS::S3::Bucket").map(this::bucket).toList(),
                resources("AWS::DynamoDB::Table").map(this::table).toList(),
                resources("AWS::SNS::Topic").map(Resource::arn).toList(),
                resources("AWS::SNS::Subscription")
                        .filter(subscription -> subscription.text("Protocol").equals("lambda"))
                        .map(this::subscription)
                        .toList(),
                resources("AWS::Events::Rule").flatMap(this::schedules).toList(),
                parameters);
        new Permissions(permissions()).check(wiring);
        return wiring;
    }

    private List<Permissions.Permission> permissions() {
        return resources("AWS::Lambda::Permission")
                .map(permission -> new Permissions.Permission(
                        permission.text("Principal"),
                        permission.text("SourceArn"),
                        functionArn(permission.text("FunctionName"))))
                .toList();
    }

    /** A function is named by its ARN or by its name. */
    private String functionArn(String nameOrArn) {
        return resources("AWS::Serverless::Function")
                .filter(function -> function.reference().equals(nameOrArn))
                .map(Resource::arn)
                .findFirst()
                .orElse(nameOrArn);
    }

    private Function function(Resource resource) {
        Node own = resource.properties();
        Node shared = new Node(resource.name() + " (Globals)", (Map<?, ?>) resolver.resolve(
                resolver.section("Globals").get("Function") instanceof Map<?, ?> map ? map : Map.of()));
        Node all = shared.overriddenBy(own);
        return new Function(
                stage(all.text("CodeUri")),
                resource.arn(),
                folder.resolve(all.text("CodeUri")),
                all.text("Handler"),
                all.text("Runtime"),
                all.number("MemorySize"),
                Duration.ofSeconds(all.number("Timeout")),
                all.node("EventInvokeConfig").numberOr("MaximumRetryAttempts", LAMBDA_RETRIES),
                environment(shared, own),
                own.nodes("Policies")
                        .flatMap(policy -> policy.nodes("Statement"))
                        .map(WiringReader::statement)
                        .toList(),
                all.node("EventInvokeConfig")
                        .node("DestinationConfig")
                        .node("OnFailure")
                        .text("Destination"));
    }

    private static Statement statement(Node node) {
        if (!node.text("Effect").equals("Allow") || node.values().containsKey("Condition")) {
            throw new TemplateException(
                    "The local suite knows plain Allow statements only, not that of " + node.path());
        }
        return new Statement(node.texts("Action"), node.texts("Resource"));
    }

    /** {@code functions/data-join/target/function.zip} is the stage data-join. */
    private static String stage(String code) {
        Path path = Path.of(code);
        return path.getNameCount() < 3
                ? path.getFileName().toString()
                : path.getName(path.getNameCount() - 3).toString();
    }

    private static Map<String, String> environment(Node shared, Node own) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Node node : List.of(shared, own)) {
            node.node("Environment")
                    .node("Variables")
                    .values()
                    .forEach((name, value) -> variables.put(String.valueOf(name), String.valueOf(value)));
        }
        return variables;
    }

    private Bucket bucket(Resource resource) {
        List<Notification> notifications = resource.properties()
                .node("NotificationConfiguration")
                .nodes("TopicConfigurations")
                .map(WiringReader::notification)
                .toList();
        return new Bucket(resource.reference(), notifications);
    }

    private static Notification notification(Node configuration) {
        Map<String, String> rules = new LinkedHashMap<>();
        configuration
                .node("Filter")
                .node("S3Key")
                .nodes("Rules")
                .forEach(rule -> rules.put(rule.text("Name"), rule.text("Value")));
        return new Notification(
                configuration.text("Event"),
                configuration.text("Topic"),
                rules.getOrDefault("prefix", ""),
                rules.getOrDefault("suffix", ""));
    }

    private Table table(Resource resource) {
        Map<String, String> keys = new LinkedHashMap<>();
        resource.properties()
                .nodes("KeySchema")
                .forEach(key -> keys.put(key.text("KeyType"), key.text("AttributeName")));
        return new Table(resource.reference(), keys.get("HASH"), keys.get("RANGE"));
    }

    private Subscription subscription(Resource resource) {
        return new Subscription(resource.text("TopicArn"), resource.text("Endpoint"));
    }

    private Stream<Schedule> schedules(Resource rule) {
        Duration rate = rate(rule.text("ScheduleExpression"));
        return rule.properties()
                .nodes("Targets")
                .map(target -> new Schedule(rule.name(), rule.arn(), rate, target.text("Arn")));
    }

    static Duration rate(String expression) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            throw new TemplateException("The local suite knows rate(…) only, not " + expression);
        }
        long number = Long.parseLong(rate.group(1));
        return switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(number);
            case "hour" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private Stream<Resource> resources(String type) {
        return resolver.section("Resources").entrySet().stream()
                .map(entry -> new Resource((String) entry.getKey(), (Map<?, ?>) entry.getValue()))
                .filter(resource -> type.equals(resource.declaration().get("Type")))
                .filter(resource -> !(resource.declaration().get("Condition") instanceof String condition)
                        || resolver.holds(condition));
    }

    private final class Resource {

        private final String name;
        private final Map<?, ?> declaration;

        Resource(String name, Map<?, ?> declaration) {
            this.name = name;
            this.declaration = declaration;
        }

        String name() {
            return name;
        }

        Map<?, ?> declaration() {
            return declaration;
        }

        String arn() {
            return resolver.text(Map.of("Fn::GetAtt", List.of(name, "Arn")));
        }

        String reference() {
            return resolver.text(Map.of("Ref", name));
        }

        Node properties() {
            return new Node(name, (Map<?, ?>) resolver.resolve(declaration.get("Properties")));
        }

        String text(String property) {
            return properties().text(property);
        }
    }
}
