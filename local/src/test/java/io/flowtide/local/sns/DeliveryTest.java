package io.flowtide.local.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    @Test
    void anOrderlyMessageComesOnceAndAtOnce() {
        assertThat(take(Delivery.orderly(), 100)).allMatch(List.of(Duration.ZERO)::equals);
    }

    @Test
    void chaosDeliversEachMessageAtLeastOnceSomeTwiceAndSomeLate() {
        List<List<Duration>> delays = take(Delivery.chaotic(7, LONGEST), 1_000);

        assertThat(delays).noneMatch(List::isEmpty);
        assertThat(delays).filteredOn(times -> times.size() == 2).hasSizeBetween(80, 180);
        assertThat(delays).filteredOn(times -> !times.get(0).isZero()).hasSizeBetween(150, 250);
    }

    @Test
    void nothingIsLaterThanTheLongest() {
        assertThat(Stream.of(Delivery.chaotic(7, LONGEST), Delivery.doubled(7, LONGEST))
                        .flatMap(delivery -> take(delivery, 1_000).stream())
                        .flatMap(List::stream))
                .allMatch(delay -> delay.compareTo(LONGEST) <= 0);
    }

    @Test
    void doubledMessagesComeTwiceAndLate() {
        assertThat(take(Delivery.doubled(7, LONGEST), 100))
                .allMatch(times -> times.size() == 2 && !times.contains(Duration.ZERO));
    }

    @Test
    void theSameSeedMakesTheSameMischief() {
        assertThat(take(Delivery.chaotic(7, LONGEST), 100)).isEqualTo(take(Delivery.chaotic(7, LONGEST), 100));
        assertThat(take(Delivery.chaotic(7, LONGEST), 100)).isNotEqualTo(take(Delivery.chaotic(8, LONGEST), 100));
    }

    private static List<List<Duration>> take(Delivery delivery, int messages) {
        return Stream.generate(delivery::next).limit(messages).toList();
    }
}
