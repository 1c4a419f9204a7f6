package io.flowtide.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's own template. */
class WiringTest {

    private static final Path TEMPLATE = Path.of(System.getProperty("flowtide.root"), "template.yaml");

    private final Wiring wiring = Wiring.read(TEMPLATE, Map.of());

    @TempDir
    Path folder;

    @Test
    void everyStageHearsWhatTheOneBeforeItWrites() {
        assertThat(way())
                .containsExactlyInAnyOrder(
                        "raw/ -> flowlog-aggregator",
                        "testdata/ -> data-join",
                        "aggregated/*.json -> data-join",
                        "joined/*.json -> model-invoke",
                        "scored/*.json -> cutoff-scorer");
    }

    private Set<String> way() {
        return wiring.buckets().stream()
                .flatMap(bucket -> bucket.notifications().stream())
                .flatMap(notification -> wiring.subscriptions().stream()
                        .filter(subscription -> subscription.topic().equals(notification.topic()))
                        .map(subscription -> notification.prefix()
                                + (notification.suffix().isEmpty() ? "" : "*" + notification.suffix()) + " -> "
                                + stage(subscription.function())))
                .collect(Collectors.toSet());
    }

    private String stage(String arn) {
        return function(arn, Wiring.Function::arn).name();
    }

    private Wiring.Function function(String value, java.util.function.Function<Wiring.Function, String> property) {
        return wiring.functions().stream()
                .filter(function -> property.apply(function).equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anomaliesReachTheNotifier() {
        String topic =
                function("cutoff-scorer", Wiring.Function::name).environment().get("FLOWTIDE_ANOMALY_TOPIC");

        assertThat(wiring.subscriptions())
                .filteredOn(subscription -> subscription.topic().equals(topic))
                .singleElement()
                .satisfies(subscription ->
                        assertThat(stage(subscription.function())).isEqualTo("notifier"));
    }

    @Test
    void everyMinuteDataJoinLooksWhetherSilenceClosesSlots() {
        assertThat(wiring.schedules())
                .extracting(schedule -> stage(schedule.function()) + " " + schedule.rate())
                .containsExactlyInAnyOrder("data-join PT1M", "notifier PT1H", "model-trainer PT1H", "forecaster PT1H");
    }

    @Test
    void aFunctionHasItsCodeItsHandlerItsVariablesAndItsDeadLetters() {
        Wiring.Function join = function("data-join", Wiring.Function::name);

        assertThat(join.code())
                .hasToString(TEMPLATE.resolveSibling("functions/data-join/target/function.zip")
                        .toString());
        assertThat(join.handler()).isEqualTo("io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest");
        assertThat(join.runtime()).isEqualTo("java21");
        assertThat(join.retries()).isEqualTo(2);
        assertThat(join.deadLetters()).endsWith(":flowtide-dev-data-join-dead-letters");
        assertThat(join.environment())
                .containsEntry("FLOWTIDE_LAKE_BUCKET", wiring.bucket("lake"))
                .containsEntry("FLOWTIDE_INGEST_BUCKET", wiring.bucket("ingest"))
                .containsEntry("FLOWTIDE_SERIES_TABLE", wiring.table("series"))
                .containsEntry("FLOWTIDE_ALLOWED_LATENESS", "PT10M");
    }

    @Test
    void aNativePackageHasARuntimeOfItsOwn() {
        Wiring built = Wiring.read(TEMPLATE, Map.of("Package", "native"));

        assertThat(built.functions()).allSatisfy(function -> {
            assertThat(function.runtime()).isEqualTo("provided.al2023");
            assertThat(function.handler()).isEqualTo("not.used.in.provided.runtime");
        });
    }

    @Test
    void withoutSlackAndChatBotTheNotifierKnowsNeither() {
        assertThat(function("notifier", Wiring.Function::name).environment())
                .doesNotContainKeys("FLOWTIDE_SLACK_CHANNEL", "FLOWTIDE_CHATBOT_URL");

        Wiring told = Wiring.read(TEMPLATE, Map.of("SlackChannel", "C0123", "ChatBotUrl", "https://bot.example/x"));

        assertThat(told.functions())
                .filteredOn(function -> function.name().equals("notifier"))
                .singleElement()
                .satisfies(notifier -> assertThat(notifier.environment())
                        .containsEntry("FLOWTIDE_SLACK_CHANNEL", "C0123")
                        .containsEntry("FLOWTIDE_CHATBOT_URL", "https://bot.example/x"));
    }

    @Test
    void theTablesHaveAPartitionKeyAndASortKey() {
        assertThat(wiring.tables())
                .containsExactly(
                        new Wiring.Table("flowtide-dev-series", "pk", "sk"),
                        new Wiring.Table("flowtide-dev-incidents", "pk", "sk"));
    }

    @Test
    void aSubscriptionWithoutAPermissionIsRefused() throws IOException {
        String template = Files.readString(TEMPLATE);
        Path forgetful = Files.writeString(
                folder.resolve("template.yaml"), template.replace("Principal: sns.amazonaws.com", "Principal: nobody"));

        assertThatThrownBy(() -> Wiring.read(forgetful, Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("no AWS::Lambda::Permission by which")
                .hasMessageContaining("raw-uploaded");
    }
}
