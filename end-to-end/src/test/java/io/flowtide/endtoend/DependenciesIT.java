package io.flowtide.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import io.flowtide.core.event.DependencyTable;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.synthetic.FlowLogGenerator;
import io.flowtide.core.synthetic.GeneratedFile;
import io.flowtide.core.synthetic.ServiceNetwork;
import io.flowtide.local.Suite;
import io.flowtide.local.receivers.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who talks to whom, from uploaded flow logs to the table of each hour, and to people when there is a new pair. */
class DependenciesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TICKS = 60;
    private static final Map<String, String> PARAMETERS = Map.of(
            "ServiceMap", "config/services.csv",
            "Dimensions", "action,pair",
            "PairLearning", "PT2H",
            "AlertMaxAge", "P4D",
            "Settle", "PT2S");
    private static final Instant DAY = LocalDate.now(ZoneOffset.UTC)
            .minusDays(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    private static final Instant END = DAY.plus(Duration.ofHours(6));
    private static final Pair LATECOMER = new Pair("checkout", "ledger");
    private static final ServiceNetwork SHOP =
            ServiceNetwork.shop(List.of(ServiceNetwork.Cut.parse("checkout->ledger@" + DAY + "/3h", ZoneOffset.UTC)));
    private static final io.flowtide.core.synthetic.Traffic TRAFFIC =
            new io.flowtide.core.synthetic.Traffic(ZoneOffset.UTC, 60, 3, List.of());

    private static Suite suite;

    @BeforeAll
    static void start() {
        suite = Suite.start(Project.options(PARAMETERS));
        suite.put(suite.ingestBucket(), "config/services.csv", SHOP.serviceMap().getBytes(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void everyHourHasItsTableAndANewPairIsToldOnce() throws Exception {
        FlowLogGenerator generator = new FlowLogGenerator(TRAFFIC, SHOP);
        List<GeneratedFile> files =
                generator.files(DAY, END, Duration.ofHours(1)).toList();
        for (GeneratedFile file : files) {
            upload(file);
        }
        closeUntil(END.minus(Duration.ofHours(1)));
        upload(files.get(files.size() - 1));

        SortedMap<Pair, Traffic> before = table(DAY.plus(Duration.ofHours(2)));
        SortedMap<Pair, Traffic> after = table(DAY.plus(Duration.ofHours(4)));
        assertThat(before.keySet()).hasToString("[catalog->ledger, internet->web, web->catalog, web->checkout]");
        assertThat(after).containsKey(LATECOMER).hasSize(5);
        assertThat(after.values().stream().mapToLong(Traffic::records).sum())
                .isEqualTo(requests(generator, DAY.plus(Duration.ofHours(4))));
        assertThat(newPairs())
                .singleElement()
                .asString()
                .contains("checkout reaches ledger for the first time")
                .doesNotContain("At its peak NaN");
        assertThat(suite.deadLetters().all()).isEmpty();
    }

    private static void upload(GeneratedFile file) throws InterruptedException, TimeoutException {
        suite.put(suite.ingestBucket(), Keys.RAW + file.key(), file.bytes());
        suite.activity().awaitQuiet(PATIENCE);
    }

    /** Ticks until the hour has its table and nothing goes on. */
    private static void closeUntil(Instant hour) throws InterruptedException, TimeoutException {
        Lake lake = new Lake(suite);
        for (int tick = 0;
                tick < TICKS
                        && !lake.keys(suite.lakeBucket(), Keys.DEPENDENCIES).contains(Keys.dependencies(hour));
                tick++) {
            Thread.sleep(1000);
            suite.tick(Duration.ofMinutes(1));
            suite.activity().awaitQuiet(PATIENCE);
        }
    }

    private static SortedMap<Pair, Traffic> table(Instant hour) {
        byte[] json = suite.s3()
                .getObjectAsBytes(get -> get.bucket(suite.lakeBucket()).key(Keys.dependencies(hour)))
                .asByteArray();
        return Documents.read(json, DependencyTable.class).traffic();
    }

    private static long requests(FlowLogGenerator generator, Instant hour) {
        TimeSeries all = generator.truth(hour, hour.plus(Duration.ofHours(1))).get(SeriesId.total("requests"));
        return (long) all.values().stream().sum();
    }

    private static List<String> newPairs() {
        return suite.slack().messages().stream()
                .map(Message::text)
                .filter(text -> text.contains("new pair"))
                .toList();
    }
}
