package io.flowtide.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.local.Suite;
import io.flowtide.local.receivers.Message;
import io.flowtide.local.sns.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * 10,000 scored buckets with 20 incidents through the archives that Lambda runs. Every event comes twice and out of order,
 * and one call in twenty to Slack and to the ChatBot fails.
 */
class DeliveryIT {

    private static final long SEED = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** The tokens of the suite, and what makes a link one that opens without any. */
    private static final List<String> SECRETS =
            List.of("xoxb-", "local-chatbot-token", "X-Amz-Signature", "X-Amz-Credential");

    private static final PlantedWindows PLANTED =
            new PlantedWindows(Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(44)));

    private static FlakyProxy slackProxy;
    private static FlakyProxy chatBotProxy;
    private static Suite suite;

    @BeforeAll
    static void letItHappen() throws Exception {
        slackProxy = FlakyProxy.start();
        chatBotProxy = FlakyProxy.start();
        Map<String, String> parameters = Map.of(
                "AlertMaxAge",
                "P4D",
                "ChatBotMinSeverity",
                "LOW",
                "SlackUrl",
                slackProxy.address(),
                "ChatBotUrl",
                chatBotProxy.address() + "/alerts");
        suite = Suite.start(Project.options(parameters).withDelivery(Delivery.doubled(SEED, Duration.ofSeconds(5))));
        slackProxy.forwardTo(suite.slack().uri());
        chatBotProxy.forwardTo(suite.chatBot().uri());
        List<Map.Entry<String, ScoredWindow>> windows =
                new ArrayList<>(PLANTED.windows().entrySet());
        Collections.shuffle(windows, new Random(SEED));
        windows.forEach(window -> suite.put(suite.lakeBucket(), window.getKey(), Documents.write(window.getValue())));
        suite.activity().awaitQuiet(PATIENCE);
    }

    @AfterAll
    static void stop() {
        suite.close();
        slackProxy.close();
        chatBotProxy.close();
    }

    private static List<AnomalyDetected> states() {
        return suite.incidents().all().stream().flatMap(List::stream).toList();
    }

    private static String key(AnomalyDetected state) {
        return state.incident() + "-" + state.revision();
    }

    private static List<String> keys(List<Message> messages) {
        return messages.stream().map(Message::key).toList();
    }

    @Test
    void everyPlantedIncidentIsOneAndOver() {
        assertThat(suite.incidents().all()).hasSize(PlantedWindows.SERIES);
        for (int series = 0; series < PlantedWindows.SERIES; series++) {
            int number = series;
            assertThat(suite.incidents().all())
                    .filteredOn(states -> states.get(0).series().equals(PlantedWindows.series(number)))
                    .singleElement()
                    .satisfies(states -> {
                        AnomalyDetected last = states.get(states.size() - 1);
                        assertThat(states.get(0).state()).isEqualTo(State.OPENED);
                        assertThat(last.state()).isEqualTo(State.RECOVERED);
                        assertThat(fact(last, "start"))
                                .isEqualTo(PLANTED.incident(number).toString());
                        assertThat(fact(last, "buckets")).isEqualTo("6");
                    });
        }
        assertThat(suite.deadLetters().all()).isEmpty();
    }

    /** What the table says of an incident: of its first buckets it may have known when all was told already. */
    private static String fact(AnomalyDetected state, String name) {
        return suite.dynamoDb()
                .getItem(get -> get.tableName(table())
                        .key(Map.of(
                                "pk", AttributeValue.fromS("incident#" + state.incident()),
                                "sk", AttributeValue.fromS("incident"))))
                .item()
                .get(name)
                .s();
    }

    private static String table() {
        return suite.setting("FLOWTIDE_INCIDENTS_TABLE").orElseThrow();
    }

    @Test
    void everyStateIsToldOnceToEachChannel() {
        List<String> told = states().stream().map(DeliveryIT::key).toList();
        List<String> charts = told.stream().map(key -> key + ".png").toList();

        assertThat(keys(suite.chatBot().messages())).containsExactlyInAnyOrderElementsOf(told);
        assertThat(keys(suite.slack().messages()))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 2 * told.size())
                        .mapToObj(i -> i < told.size() ? told.get(i) : charts.get(i - told.size()))
                        .toList());
    }

    @Test
    void callsDidFailInEveryWay() {
        for (FlakyProxy proxy : List.of(slackProxy, chatBotProxy)) {
            int failed = proxy.failures().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(failed).isGreaterThanOrEqualTo(proxy.calls() / 20);
        }
        assertThat(slackProxy.failures()).containsOnlyKeys(FlakyProxy.Failure.values());
    }

    @Test
    void theStatesOfAnIncidentAreInOrderAndInOneThread() {
        Map<String, List<Message>> byIncident = suite.slack().messages().stream()
                .filter(message -> message.picture().isEmpty())
                .collect(Collectors.groupingBy(message -> message.key().replaceFirst("-\\d+$", "")));

        assertThat(byIncident.values()).allSatisfy(messages -> {
            assertThat(keys(messages)).isSorted();
            assertThat(messages.get(0).thread()).isEmpty();
            assertThat(messages.stream().skip(1).map(Message::thread).collect(Collectors.toSet()))
                    .hasSizeLessThanOrEqualTo(1)
                    .doesNotContain("");
        });
        assertThat(keys(suite.chatBot().messages()).stream()
                        .collect(Collectors.groupingBy(key -> key.replaceFirst("-\\d+$", "")))
                        .values())
                .allSatisfy(keys -> assertThat(keys).isSorted());
    }

    @Test
    void namesFromOutsideAreNoMarkup() {
        assertThat(suite.slack().messages()).noneMatch(message -> message.text().contains("<!channel>"));
        assertThat(suite.slack().messages())
                .filteredOn(message -> message.picture().isEmpty())
                .allMatch(message -> message.text().contains("&lt;!channel&gt; ∗s"));
    }

    @Test
    void nothingSecretIsLoggedOrKept() throws IOException {
        for (String function : Set.of("cutoff-scorer", "notifier")) {
            assertThat(Files.readString(suite.log(function))).isNotEmpty().doesNotContain(SECRETS);
        }
        suite.dynamoDb().scanPaginator(scan -> scan.tableName(table())).items().forEach(item -> assertThat(
                        item.toString())
                .doesNotContain(SECRETS));
        assertThat(kept()).hasSizeGreaterThan(PlantedWindows.SERIES).allSatisfy(document -> assertThat(document)
                .doesNotContain(SECRETS));
    }

    /** The documents beside the charts. */
    private static List<String> kept() {
        return suite
                .s3()
                .listObjectsV2Paginator(list -> list.bucket(suite.lakeBucket()).prefix("charts/"))
                .contents()
                .stream()
                .filter(object -> object.key().endsWith(".json"))
                .map(object -> suite.s3()
                        .getObjectAsBytes(get -> get.bucket(suite.lakeBucket()).key(object.key()))
                        .asString(StandardCharsets.UTF_8))
                .toList();
    }
}
