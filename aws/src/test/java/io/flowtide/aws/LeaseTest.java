package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00Z"));

    @Test
    void isHeldByOneUntilItIsReleased() {
        Lease ours = lease("released", "us");
        Lease theirs = lease("released", "them");

        assertThat(ours.acquire()).isTrue();
        assertThat(theirs.acquire()).isFalse();
        assertThat(ours.acquire()).as("renewed").isTrue();
        ours.release();
        assertThat(theirs.acquire()).isTrue();
        ours.release();
        assertThat(ours.acquire()).as("not ours to release").isFalse();
    }

    @Test
    void passesToAnotherWhenItRunsOut() {
        Lease ours = lease("run out", "us");
        Lease theirs = lease("run out", "them");

        assertThat(ours.acquire()).isTrue();
        clock.advance(Duration.ofSeconds(14));
        assertThat(theirs.acquire()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(theirs.acquire()).isTrue();
        assertThat(ours.acquire()).isFalse();
    }

    private Lease lease(String what, String owner) {
        return new Lease(Aws.DYNAMO, Aws.TABLE, "lease test " + what, owner, Duration.ofSeconds(15), clock);
    }
}
