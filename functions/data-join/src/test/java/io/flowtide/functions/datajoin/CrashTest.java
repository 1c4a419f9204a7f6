package io.flowtide.functions.datajoin;

import static io.flowtide.functions.datajoin.World.ALL;
import static io.flowtide.functions.datajoin.World.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.ObjectStore;
import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import io.flowtide.core.event.DependencyPart;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.join.PartName;
import io.flowtide.core.series.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Whatever write data-join dies before, the retry brings everything to where it would have been. */
class CrashTest {

    private static final Slot FIRST = Slot.parse("2026-11-21T04:00Z");
    private static final int SLOTS = 2;
    private static final Set<String> WRITES =
            Set.of("putItem", "updateItem", "batchWriteItem", "deleteItem", "putObject");

    /** Dies at the n-th write, and at every one after it. */
    private static final class Killer implements Consumer<String> {

        private final AtomicInteger left;

        Killer(int writes) {
            left = new AtomicInteger(writes);
        }

        @Override
        public void accept(String call) {
            if (WRITES.contains(call) && left.getAndDecrement() <= 0) {
                throw new IllegalStateException("Killed before " + call);
            }
        }

        boolean killed() {
            return left.get() < 0;
        }
    }

    @Test
    void isHealedByTheRetryWhereverItHappens() {
        int writes = 0;
        while (closeWithACrash(writes)) {
            writes++;
        }
        assertThat(writes).as("writes that were each the last").isGreaterThan(15);
    }

    /** @return whether it came to the crash */
    private static boolean closeWithACrash(int writes) {
        World world = new World("2026-11-21T08:10:00Z");
        world.settle = Duration.ZERO;
        world.services = Optional.of("config/services.csv");
        Flood flood = new Flood(world, FIRST, SLOTS, 1, 44);
        CreatedObject last = world.part("0", "last", FIRST.plus(SLOTS + 12), 1);
        List<CreatedObject> parts = flood.shuffled(1);
        CreatedObject late = parts.remove(0);
        Map<Pair, Traffic> talk = whoTalked(world, parts, late);

        Killer killer = new Killer(writes);
        world.dynamo = Wrapped.client(DynamoDbClient.class, StandInClients.DYNAMO, killer);
        world.s3 = Wrapped.client(S3Client.class, StandInClients.S3, killer);
        Runnable all = () -> {
            parts.forEach(world::deliver);
            world.deliver(last);
            world.deliver(late);
            world.tick();
        };
        try {
            all.run();
        } catch (RuntimeException death) {
            assertThat(killer.killed()).as(death.toString()).isTrue();
        }

        world.dynamo = StandInClients.DYNAMO;
        world.s3 = StandInClients.S3;
        world.clock.advance(Join.LEASE);
        all.run();

        Slot end = FIRST.plus(SLOTS);
        assertThat(world.history(ALL, FIRST, end)).isEqualTo(flood.directSum(ALL, FIRST, end));
        assertThat(world.history(REJECT, FIRST, end)).isEqualTo(flood.directSum(REJECT, FIRST, end));
        assertThat(world.marks()).isEqualTo(1);
        assertThat(world.dependencies(FIRST.start()).traffic()).isEqualTo(talk);
        for (Slot slot = FIRST; slot.compareTo(end) < 0; slot = slot.next()) {
            assertThat(handedOn(world, slot))
                    .contains(world.history(ALL, slot, slot.next()).get(0));
        }
        return killer.killed();
    }

    /** Every object says the same of its hour; returns what they say together. */
    private static Map<Pair, Traffic> whoTalked(World world, List<CreatedObject> parts, CreatedObject late) {
        Pair pair = new Pair("web", "checkout");
        Traffic one = new Traffic(1, 10, 1, 0, FIRST.start(), FIRST.end());
        Set<String> objects = Stream.concat(parts.stream(), Stream.of(late))
                .map(part -> PartName.parse(part.key()).orElseThrow())
                .map(part -> Keys.dependencyPart(FIRST.start(), part.source(), part.hash()))
                .collect(Collectors.toSet());
        objects.forEach(key -> new ObjectStore(StandInClients.S3)
                .put(
                        world.name,
                        key,
                        new DependencyPart(
                                new ObjectVersion("b", "k", ""), FIRST.start(), new TreeMap<>(Map.of(pair, one)))));
        return Map.of(
                pair, objects.stream().map(key -> one).reduce(Traffic::plus).orElseThrow());
    }

    /** What the windows say of a slot: early ones may lack what came late. */
    private static List<Double> handedOn(World world, Slot slot) {
        return world.keys("joined/").stream()
                .map(world::window)
                .filter(window ->
                        !window.from().isAfter(slot.start()) && window.to().isAfter(slot.start()))
                .map(window ->
                        window.timeSeries(window.series().get(window.series().size() - 1)))
                .map(series -> series.values().get(series.indexOf(slot.start())))
                .toList();
    }
}
