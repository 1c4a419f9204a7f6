package io.flowtide.functions.datajoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:10:00Z");

    private final SettableClock clock = new SettableClock(NOW);

    @Test
    void leavesTimeToFinish() {
        assertThat(Deadline.in(Duration.ofSeconds(300), clock).end()).isEqualTo(NOW.plusSeconds(280));
        assertThat(Deadline.in(Duration.ofSeconds(30), clock).end()).isEqualTo(NOW.plusSeconds(15));
    }

    @Test
    void assumesAMinuteWhenItIsNotTold() {
        assertThat(Deadline.in(Duration.ZERO, clock).end()).isEqualTo(NOW.plusSeconds(40));
        assertThat(Deadline.in(Duration.ofSeconds(-5), clock).end()).isEqualTo(NOW.plusSeconds(40));
    }

    @Test
    void isPastFromItsEndOn() {
        Deadline deadline = Deadline.in(Duration.ofSeconds(30), clock);

        assertThat(deadline.isPast()).isFalse();
        clock.advance(Duration.ofSeconds(15));
        assertThat(deadline.isPast()).isTrue();
    }
}
