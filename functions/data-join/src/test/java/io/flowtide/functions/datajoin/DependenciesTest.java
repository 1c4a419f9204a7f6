package io.flowtide.functions.datajoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.aws.CreatedObject;
import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.NotFoundException;

class DependenciesTest {

    private static final Pair CHECKOUT = new Pair("web", "checkout");
    private static final Pair LEDGER = new Pair("web", "ledger");
    private static final Slot FIRST = Slot.parse("2026-11-21T08:00Z");
    private static final Instant HOUR = FIRST.start();

    private final World world = new World("2026-11-21T08:20:00Z");

    @BeforeEach
    void keepDependencies() {
        world.services = Optional.of("config/services.csv");
        world.settle = Duration.ZERO;
    }

    @Test
    void anHourIsTheSumOfItsObjectsHoweverOftenTheyAreDelivered() {
        CreatedObject a = object("a", FIRST, traffic(FIRST, 2), CHECKOUT, LEDGER);
        CreatedObject b = object("b", FIRST.plus(1), traffic(FIRST.plus(1), 3), CHECKOUT);

        world.deliver(b, a, b);
        world.deliver(object("c", FIRST.plus(4), traffic(FIRST.plus(4), 1)));
        world.deliver(a);
        world.tick();

        assertThat(world.dependencies(HOUR).traffic())
                .isEqualTo(
                        Map.of(CHECKOUT, traffic(FIRST, 2).plus(traffic(FIRST.plus(1), 3)), LEDGER, traffic(FIRST, 2)));
        assertThat(world.dependencies(HOUR).parts()).isEqualTo(2);
    }

    @Test
    void whatComesLateIsAddedToItsHour() {
        world.deliver(object("a", FIRST, traffic(FIRST, 2), CHECKOUT));
        close(FIRST.plus(24));
        world.deliver(object("late", FIRST.plus(1), traffic(FIRST.plus(1), 5), LEDGER));
        world.tick();

        assertThat(world.dependencies(HOUR).traffic())
                .isEqualTo(Map.of(CHECKOUT, traffic(FIRST, 2), LEDGER, traffic(FIRST.plus(1), 5)));
    }

    @Test
    void aPairNeverSeenBeforeIsToldOnceAfterLearning() {
        world.deliver(object("a", FIRST, traffic(FIRST, 2), CHECKOUT));
        close(FIRST.plus(3));
        assertThat(world.topic.published()).isEmpty();

        Slot later = FIRST.plus(12 * 25);
        CreatedObject unseen = object("b", later, traffic(later, 7), CHECKOUT, LEDGER);
        world.deliver(unseen);
        close(later.plus(3));
        world.deliver(unseen, object("c", later.plus(1), traffic(later.plus(1), 7), LEDGER));
        world.tick();

        assertThat(world.topic.published()).hasSize(1);
        AnomalyDetected message = world.topic.published().get(0);
        assertThat(message.series()).isEqualTo(LEDGER.series());
        assertThat(message.summary()).contains("web reaches ledger for the first time", "7 records");
        assertThat(message.scored().key()).isEqualTo("dependencies/hour=2026-11-22T09:00Z.json");
    }

    @Test
    void aMessageThatCouldNotBeSentIsSentByTheRetry() {
        world.deliver(object("a", FIRST, traffic(FIRST, 2), CHECKOUT));
        close(FIRST.plus(3));
        Slot later = FIRST.plus(12 * 25);
        world.deliver(object("b", later, traffic(later, 7), LEDGER));

        world.topic.setDown(true);
        assertThatThrownBy(() -> close(later.plus(3))).isInstanceOf(NotFoundException.class);
        world.topic.setDown(false);
        world.clock.advance(Join.LEASE);
        world.tick();
        world.tick();

        assertThat(world.topic.published()).extracting(AnomalyDetected::series).containsExactly(LEDGER.series());
    }

    @Test
    void historyIsLearnedAndNotTold() {
        Slot old = FIRST.minus(12 * 24 * 20);
        world.deliver(object("history", old, traffic(old, 2), CHECKOUT));
        Slot lessOld = FIRST.minus(12 * 24 * 5);
        world.deliver(object("more history", lessOld, traffic(lessOld, 2), LEDGER));
        close(FIRST);

        assertThat(world.dependencies(lessOld.start().truncatedTo(ChronoUnit.HOURS))
                        .traffic())
                .containsOnlyKeys(LEDGER);
        assertThat(world.topic.published()).isEmpty();
    }

    @Test
    void aPairThatFallsSilentIsZero() {
        SeriesId pair = CHECKOUT.series();
        world.deliver(counted("a", FIRST, Map.of(World.ALL, 12.0, pair, 5.0)));
        world.deliver(counted("b", FIRST.plus(1), Map.of(World.ALL, 7.0)));
        close(FIRST.plus(5));

        assertThat(world.history(pair, FIRST, FIRST.plus(3))).isEqualTo(Values.of(5, 0, 0));
        String last = world.keys("joined/").get(world.keys("joined/").size() - 1);
        assertThat(world.window(last).series()).anySatisfy(row -> {
            assertThat(row.id()).isEqualTo(pair);
            assertThat(row.values().get(row.values().size() - 1)).isZero();
        });
    }

    @Test
    void withoutAServiceMapNothingIsKept() {
        world.services = Optional.empty();
        world.deliver(object("a", FIRST, traffic(FIRST, 2), CHECKOUT));
        close(FIRST.plus(3));

        assertThat(world.keys("dependencies/")).isEmpty();
        assertThat(world.count("dependencies")).isZero();
    }

    /** Moves the watermark so far that all slots before close. */
    private void close(Slot slot) {
        world.clock.set(slot.end().plusSeconds(60));
        world.deliver(object("closes " + slot, slot.plus(2), traffic(slot, 1)));
        world.tick();
    }

    private CreatedObject object(String name, Slot slot, Traffic traffic, Pair... pairs) {
        SortedMap<Pair, Traffic> rows = new TreeMap<>();
        for (Pair pair : pairs) {
            rows.put(pair, traffic);
        }
        ObjectVersion object = new ObjectVersion(world.name, "raw/source/" + name, "1");
        if (!rows.isEmpty()) {
            world.dependencyPart(object, slot.start().truncatedTo(ChronoUnit.HOURS), rows);
        }
        return world.part(object, slot, new TreeMap<>(Map.of(World.ALL, Values.of(1, 0, 0, 0, 0))));
    }

    private CreatedObject counted(String name, Slot slot, Map<SeriesId, Double> counts) {
        SortedMap<SeriesId, Values> minutes = new TreeMap<>();
        counts.forEach((series, count) -> minutes.put(series, Values.of(count, 0, 0, 0, 0)));
        return world.part(new ObjectVersion(world.name, "raw/source/" + name, "1"), slot, minutes);
    }

    private static Traffic traffic(Slot slot, long records) {
        return new Traffic(records, 100 * records, records, 0, slot.start(), slot.end());
    }
}
