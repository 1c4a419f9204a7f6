package io.flowtide.functions.datajoin;

import static io.flowtide.functions.datajoin.World.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.aws.BatchException;
import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.Trigger;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class JoinTest {

    private static final Slot FIRST = Slot.parse("2026-11-21T08:00Z");
    private static final double GAP = Double.NaN;

    private final World world = new World("2026-11-21T08:10:00Z");

    @BeforeEach
    void doNotSettle() {
        world.settle = Duration.ZERO;
    }

    @Test
    void closesASlotWhenTheWatermarkHasPassedItByTheAllowedLateness() {
        arrive(0, 1);

        assertThat(world.keys("joined/")).isEmpty();
        assertThat(world.marks()).isEqualTo(2);

        arrive(2, 3);

        assertThat(world.keys("joined/"))
                .containsExactly(
                        "joined/shard=00/20261121T0800Z_20261121T0805Z.json",
                        "joined/shard=00/20261121T0805Z_20261121T0810Z.json");
        assertThat(world.marks()).isEqualTo(2);
    }

    @Test
    void handsOnTheWindowWithItsLookBack() {
        arrive(0, 1, 2, 3);

        JoinedWindow window = world.window("joined/shard=00/20261121T0805Z_20261121T0810Z.json");

        JoinedWindow.Row row = window.series().get(0);
        assertThat(row.id()).isEqualTo(ALL);
        assertThat(row.values().slice(97 + 286, 97 + 289)).isEqualTo(Values.of(GAP, 1, 2));
        assertThat(row.minutes()).isEqualTo(Values.of(2, 0, 0, 0, 0));
    }

    @Test
    void closesSilentSlotsByTheClockAsZeros() {
        arrive(0, 1, 2, 3);

        world.clock.advance(Duration.ofMinutes(14));
        world.tick();
        assertThat(world.keys("joined/")).as("not yet").hasSize(2);
        world.clock.advance(Duration.ofMinutes(30));
        world.tick();

        assertThat(world.keys("joined/")).hasSize(3);
        JoinedWindow window = world.window("joined/shard=00/20261121T0810Z_20261121T0855Z.json");
        assertThat(window.series().get(0).values().slice(98 + 286, 98 + 297))
                .isEqualTo(Values.of(1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void givesASourceUpThatWasSilentForTooLong() {
        arrive(0, 1, 2, 3);

        for (int hour = 0; hour < 40; hour++) {
            world.clock.advance(Duration.ofHours(1));
            world.tick();
        }
        long windows = world.keys("joined/").size();
        world.clock.advance(Duration.ofHours(1));
        world.tick();

        assertThat(world.keys("joined/")).hasSize((int) windows);
        assertThat(world.history(ALL, FIRST.plus(4), FIRST.plus(4 + 288 + 1)))
                .isEqualTo(Values.constant(288, 0).concat(Values.of(GAP)));
    }

    @Test
    void addsALatePartToItsSlotAndHandsItOnAgain() {
        arrive(0, 1, 2, 3, 4);

        world.deliver(world.part("a", "late", FIRST, 100));
        assertThat(world.marks()).as("added by the schedule").isEqualTo(3);
        Tally tally = world.tick();

        assertThat(tally.of(Tally.Count.LATE_PARTS)).isEqualTo(1);
        assertThat(world.history(ALL, FIRST, FIRST.plus(3))).isEqualTo(Values.of(101, 2, 3));
        JoinedWindow again = world.window("joined/shard=00/20261121T0800Z_20261121T0805Z.json");
        assertThat(again.series().get(0).minutes()).isEqualTo(Values.of(101, 0, 0, 0, 0));
        assertThat(again.historyVersion()).isZero();
        assertThat(world.marks()).isEqualTo(2);
    }

    @Test
    void anOverwrittenObjectReplacesWhatItSaidOfASlot() {
        world.deliver(world.part(version("1"), FIRST, minutes(100)));
        arrive(0, 1, 2, 3, 4);
        assertThat(world.history(ALL, FIRST, FIRST.plus(1))).isEqualTo(Values.of(101));

        world.clock.advance(Duration.ofSeconds(1));
        CreatedObject second = world.part(version("2"), FIRST, minutes(30));
        world.deliver(second);
        world.tick();
        assertThat(world.history(ALL, FIRST, FIRST.plus(1))).isEqualTo(Values.of(31));

        world.clock.advance(Duration.ofSeconds(1));
        world.deliver(second, world.part(version("3"), FIRST, minutes(7)));
        world.tick();
        assertThat(world.history(ALL, FIRST, FIRST.plus(1))).isEqualTo(Values.of(8));
        assertThat(world.window("joined/shard=00/20261121T0800Z_20261121T0805Z.json")
                        .series()
                        .get(0)
                        .minutes())
                .isEqualTo(Values.of(8, 0, 0, 0, 0));
    }

    private ObjectVersion version(String version) {
        return new ObjectVersion(world.name, "raw/a/output.json", version);
    }

    private static SortedMap<SeriesId, Values> minutes(double first) {
        return new TreeMap<>(Map.of(ALL, Values.of(first, 0, 0, 0, 0)));
    }

    @Test
    void countsARepeatedPartOnce() {
        arrive(0, 1, 2, 3, 3, 2, 1, 0);
        world.tick();

        assertThat(world.history(ALL, FIRST, FIRST.plus(2))).isEqualTo(Values.of(1, 2));
        assertThat(world.tick().of(Tally.Count.LATE_PARTS)).isZero();
        assertThat(world.marks()).isEqualTo(2);
    }

    @Test
    void learnsOldHistoryWithoutHandingItOn() {
        arrive(0, 1, 2, 3);
        Slot lastMonth = FIRST.minus(30 * 288);

        for (int slot = 0; slot < 3; slot++) {
            world.deliver(world.part("backfill", "b" + slot, lastMonth.plus(slot), 7));
        }
        long windows = world.keys("joined/").size();
        world.tick();
        arrive(4);

        assertThat(world.history(ALL, lastMonth.minus(1), lastMonth.plus(4))).isEqualTo(Values.of(GAP, 7, 7, 7, GAP));
        assertThat(world.keys("joined/")).hasSize((int) windows + 1);
        assertThat(world.window("joined/shard=00/20261121T0810Z_20261121T0815Z.json")
                        .historyVersion())
                .isEqualTo(1);
    }

    @Test
    void waitsForStragglersWhileCatchingUp() {
        world.settle = Duration.ofMinutes(2);
        world.clock.advance(Duration.ofHours(3));
        world.deliver(world.part("a", "o5", FIRST.plus(5), 5));
        world.deliver(world.part("a", "o1", FIRST.plus(1), 1));
        world.clock.advance(Duration.ofMinutes(2).minusMillis(1));
        world.deliver(world.part("a", "o0", FIRST, 2));
        world.tick();
        assertThat(world.keys("joined/")).isEmpty();

        world.clock.advance(Duration.ofMillis(1));
        world.tick();

        assertThat(world.keys("joined/")).containsExactly("joined/shard=00/20261121T0800Z_20261121T0820Z.json");
        assertThat(world.history(ALL, FIRST, FIRST.plus(4))).isEqualTo(Values.of(2, 1, 0, 0));
    }

    @Test
    void setsAPartAsideThatItCanNotRead() {
        String unreadable = world.part("a", "bad", FIRST, 1).key();
        new ObjectStore(StandInClients.S3)
                .put(world.name, unreadable, "{".getBytes(StandardCharsets.UTF_8), ObjectStore.JSON);
        world.deliver(world.created(unreadable));
        String gone = world.part("a", "gone", FIRST, 1).key();
        StandInClients.S3.deleteObject(request -> request.bucket(world.name).key(gone));
        world.deliver(world.created(gone));

        arrive(0, 1, 2, 3);

        assertThat(world.history(ALL, FIRST, FIRST.plus(2))).isEqualTo(Values.of(1, 2));
        assertThat(world.count("unreadable")).isEqualTo(1);
        assertThat(world.marks()).isEqualTo(2);
    }

    @Test
    void keepsSeriesApartByShard() {
        world.shards = 3;

        arrive(0, 1, 2, 3);

        assertThat(world.keys("joined/")).hasSize(2).allMatch(key -> key.startsWith("joined/shard=01/"));
        assertThat(world.table().history(1, FIRST.start(), FIRST.plus(2).start()))
                .containsOnlyKeys(ALL)
                .allSatisfy((series, history) -> assertThat(history.values()).isEqualTo(Values.of(1, 2)));
        assertThat(world.table().history(0, FIRST.start(), FIRST.plus(2).start()))
                .isEmpty();
    }

    @Test
    void leavesAloneWhatItDoesNotKnowAndDoesItsNeighbours() {
        world.deliver(world.created("scored/x.json"), world.created("testdata/"), world.part("a", "o0", FIRST, 1));
        world.handle(new Trigger.Nothing("s3:TestEvent"));

        assertThat(world.marks()).isEqualTo(1);
    }

    @Test
    void failsAtTheEndWhenOneOfSeveralFails() {
        world.dynamo = Wrapped.client(DynamoDbClient.class, StandInClients.DYNAMO, new FailOnce("putItem"));

        assertThatThrownBy(
                        () -> world.deliver(world.part("a", "o0", FIRST, 1), world.part("a", "o1", FIRST.plus(1), 2)))
                .isInstanceOf(BatchException.class)
                .hasMessageStartingWith("1 of 2 records failed");
        assertThat(world.marks()).isEqualTo(1);
    }

    /** Parts of these slots arrive, the n-th with n + 1 requests, the clock being ten minutes after the slot's start. */
    private void arrive(int... slots) {
        for (int slot : slots) {
            world.clock.set(FIRST.plus(slot + 2).start());
            world.deliver(world.part("a", "o" + slot, FIRST.plus(slot), slot + 1));
        }
    }
}
