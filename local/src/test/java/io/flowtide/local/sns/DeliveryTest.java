package io.flowtide.local.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    @Test
    void anOrderlyMessageComesOnceAndAtOnce() {
        assertThat(take(Delivery.orderly(), 100)).allMatch(List.of(Duration.ZERO)::equals);
    }

    @Test
    void chaosDeliversEachMessageAtLeastOnceSomeTwiceAndSomeLate() {
        List<List<Duration>> delays = take(Delivery.chaotic(7), 1_000);

        assertThat(delays).noneMatch(List::isEmpty);
        assertThat(delays).filteredOn(times -> times.size() == 2).hasSizeBetween(80, 180);
        assertThat(delays).filteredOn(times -> !times.get(0).isZero()).hasSizeBetween(150, 250);
    }

    @Test
    void theSameSeedMakesTheSameMischief() {
        assertThat(take(Delivery.chaotic(7), 100)).isEqualTo(take(Delivery.chaotic(7), 100));
        assertThat(take(Delivery.chaotic(7), 100)).isNotEqualTo(take(Delivery.chaotic(8), 100));
    }

    private static List<List<Duration>> take(Delivery delivery, int messages) {
        return Stream.generate(delivery::next).limit(messages).toList();
    }
}
