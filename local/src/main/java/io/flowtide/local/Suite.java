package io.flowtide.local;

import io.flowtide.local.access.Policies;
import io.flowtide.local.dynamodb.DynamoDbProxy;
import io.flowtide.local.gateway.Gateway;
import io.flowtide.local.lambda.Activity;
import io.flowtide.local.lambda.DeadLetter;
import io.flowtide.local.lambda.DeadLetters;
import io.flowtide.local.lambda.FunctionHost;
import io.flowtide.local.lambda.FunctionState;
import io.flowtide.local.lambda.Launcher;
import io.flowtide.local.lambda.ZipLauncher;
import io.flowtide.local.receivers.ChatBot;
import io.flowtide.local.receivers.Slack;
import io.flowtide.local.s3.Notifications;
import io.flowtide.local.s3.S3Proxy;
import io.flowtide.local.sagemaker.LocalEndpoints;
import io.flowtide.local.sns.Topics;
import io.flowtide.local.template.Wiring;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The whole chain on one machine, wired as {@code template.yaml} says. Closing it stops every process. */
public final class Suite implements AutoCloseable {

    private static final String SLACK_TOKEN = "xoxb-local";
    private static final String CHATBOT_TOKEN = "local-chatbot-token";
    private static final int TIMER_THREADS = 4;

    private final Parts parts;
    private final SuiteOptions options;
    private final WorkFolder folder;
    private final Slack slack;
    private final ChatBot chatBot;
    private final Wiring wiring;
    private final Activity activity = new Activity();
    private final DeadLetters deadLetters = new DeadLetters();
    private final Incidents incidents = new Incidents();
    private final ScoredWindows scoredWindows = new ScoredWindows();
    private final Map<String, FunctionHost> functions = new ConcurrentHashMap<>();
    private final Topics topics;
    private final Schedules schedules;
    private final URI s3Endpoint;
    private final S3Client s3;
    private final DynamoDbClient dynamoDb;

    private Suite(SuiteOptions options, Parts parts) {
        this.options = options;
        this.parts = parts;
        folder = parts.add(WorkFolder.create());
        slack = parts.add(new Slack(SLACK_TOKEN, options.clock()));
        chatBot = parts.add(new ChatBot(CHATBOT_TOKEN, options.clock()));
        wiring = Wiring.read(options.template(), parameters());
        Store store = parts.add(Store.start(wiring));
        topics = new Topics(wiring.topics(), wiring.subscriptions(), functions, options.delivery(), options.clock());
        topics.listen(incidents::hear);
        topics.listen(scoredWindows::hear);
        Policies policies = new Policies(wiring.functions());
        Notifications notifications = new Notifications(
                wiring.buckets(),
                (topic, message) -> topics.publish(topic, Optional.of("Amazon S3 Notification"), message),
                options.clock());
        S3Proxy proxy = parts.add(S3Proxy.start(store.s3(), notifications, policies));
        Gateway gateway = parts.add(new Gateway(topics, secrets(), policies));
        URI tables = options.guardTables()
                ? parts.add(DynamoDbProxy.start(store.dynamoDb(), policies)).uri()
                : store.dynamoDb();
        ScheduledExecutorService timer = timer();
        LocalEndpoints endpoints = parts.add(new LocalEndpoints(wiring.parameters(), policies));
        startFunctions(surroundings(tables, proxy, gateway, endpoints), timer);
        parts.add(timer::shutdownNow);
        schedules = new Schedules(wiring.schedules(), functions, options.clock());
        schedules.start(timer);
        s3Endpoint = proxy.uri();
        s3 = parts.add(Store.s3Client(s3Endpoint));
        dynamoDb = parts.add(Store.dynamoDbClient(store.dynamoDb()));
        notifications.sendTestEvents();
    }

    /**
     * Starts everything; the functions' processes start when there is work for them.
     *
     * @throws io.flowtide.local.template.TemplateException when the template can't be used
     * @throws java.io.UncheckedIOException when a function's archive is missing
     */
    public static Suite start(SuiteOptions options) {
        Parts parts = new Parts();
        try {
            return new Suite(options, parts);
        } catch (RuntimeException broken) {
            parts.close();
            throw broken;
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("SlackChannel", "C0LOCAL");
        parameters.put("SlackUrl", slack.uri().toString());
        parameters.put("ChatBotUrl", chatBot.uri().toString());
        parameters.putAll(options.parameters());
        return parameters;
    }

    private Map<String, String> secrets() {
        return Map.of(
                wiring.parameters().get("SlackSecretName"), SLACK_TOKEN,
                wiring.parameters().get("ChatBotSecretName"), CHATBOT_TOKEN);
    }

    private static Map<String, String> surroundings(
            URI tables, S3Proxy proxy, Gateway gateway, LocalEndpoints endpoints) {
        return Map.of(
                "AWS_REGION",
                "eu-central-1",
                "AWS_DEFAULT_REGION",
                "eu-central-1",
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "AWS_ENDPOINT_URL",
                gateway.uri().toString(),
                "AWS_ENDPOINT_URL_SNS",
                gateway.uri().toString(),
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                gateway.uri().toString(),
                "AWS_ENDPOINT_URL_S3",
                proxy.uri().toString(),
                "AWS_ENDPOINT_URL_DYNAMODB",
                tables.toString(),
                "AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME",
                endpoints.uri().toString(),
                "FLOWTIDE_S3_PATH_STYLE",
                "true");
    }

    private void startFunctions(Map<String, String> surroundings, ScheduledExecutorService timer) {
        Function<Wiring.Function, Launcher> launchers = ZipLauncher.unpacking(folder.path(), surroundings);
        FunctionHost.Surroundings shared = new FunctionHost.Surroundings(deadLetters, activity, timer, options.clock());
        wiring.functions().parallelStream()
                .forEach(function -> functions.put(
                        function.arn(),
                        new FunctionHost(function, launchers.apply(function), options.hosts(), shared)));
        functions.values().forEach(parts::add);
    }

    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(TIMER_THREADS, work -> {
            Thread thread = new Thread(work, "timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** Puts an object as a user would, so that the suite hears of it. */
    public void put(String bucket, String key, byte[] content) {
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(content));
    }

    public String ingestBucket() {
        return wiring.bucket("ingest");
    }

    public String lakeBucket() {
        return wiring.bucket("lake");
    }

    /** Where S3 is for everybody; it tells of new objects. */
    public URI s3Endpoint() {
        return s3Endpoint;
    }

    public S3Client s3() {
        return s3;
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    public Wiring wiring() {
        return wiring;
    }

    public Slack slack() {
        return slack;
    }

    public ChatBot chatBot() {
        return chatBot;
    }

    public Activity activity() {
        return activity;
    }

    public Incidents incidents() {
        return incidents;
    }

    public ScoredWindows scoredWindows() {
        return scoredWindows;
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** Lets somebody hear of every message of every topic, its ARN and its text, before who published it hears more. */
    public void listen(BiConsumer<String, String> listener) {
        topics.listen(listener);
    }

    /** Fires now the template's schedules that come at least so often. */
    public void tick(Duration rate) {
        schedules.fireAll(rate);
    }

    /** The functions in the template's order. */
    public List<FunctionState> functions() {
        return wiring.functions().stream()
                .map(function -> functions.get(function.arn()).state())
                .toList();
    }

    /** Takes a dead letter and sends it to its function again; false when there is no such letter. */
    public boolean redrive(String id) {
        Optional<DeadLetter> letter = deadLetters.take(id);
        letter.ifPresent(taken ->
                function(taken.function()).invokeLater(taken.event().getBytes(StandardCharsets.UTF_8), Duration.ZERO));
        return letter.isPresent();
    }

    private FunctionHost function(String name) {
        return functions.values().stream()
                .filter(host -> host.function().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no function " + name));
    }

    /** The value of a variable that the template gives to any of the functions. */
    public Optional<String> setting(String variable) {
        return wiring.functions().stream()
                .flatMap(function -> Optional.ofNullable(function.environment().get(variable)).stream())
                .findFirst();
    }

    /** Where a function's output goes. */
    public Path log(String function) {
        return folder.path().resolve(function(function).function().name() + ".log");
    }

    @Override
    public void close() {
        parts.close();
    }
}
