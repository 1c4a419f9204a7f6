package io.flowtide.functions.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.functions.notifier.Retries.TroubleException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final TestTime time = new TestTime();
    private final Retries retries = new Retries(time, new Random(5));

    private String call(Duration patience, RuntimeException... failures) {
        Deque<RuntimeException> left = new ArrayDeque<>(List.of(failures));
        return retries.call("The service", Deadline.in(patience, time), () -> {
            if (!left.isEmpty()) {
                throw left.remove();
            }
            return "done";
        });
    }

    private static WebApplicationException answered(int status) {
        return new WebApplicationException(Response.status(status).build());
    }

    private static WebApplicationException later(String seconds) {
        return new WebApplicationException(
                Response.status(429).header("Retry-After", seconds).build());
    }

    @Test
    void theFirstSuccessIsTheAnswer() {
        assertThat(call(Duration.ofSeconds(30))).isEqualTo("done");
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void pausesGrowTwofoldWithJitterInTheUpperHalf() {
        call(Duration.ofSeconds(30), answered(500), new ProcessingException("timeout"), new TroubleException("busy"));

        assertThat(time.pauses()).hasSize(3);
        assertThat(time.pauses().get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(time.pauses().get(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000));
        assertThat(time.pauses().get(2)).isBetween(Duration.ofMillis(1000), Duration.ofMillis(2000));
    }

    @Test
    void theServiceSaysWhenToAskAgain() {
        call(Duration.ofSeconds(30), later("12"), later("a while"));

        assertThat(time.pauses().get(0)).isEqualTo(Duration.ofSeconds(12));
        assertThat(time.pauses().get(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000));
    }

    @Test
    void aWaitBeyondTheDeadlineIsNotBegun() {
        assertThatThrownBy(() -> call(Duration.ofSeconds(30), later("31")))
                .isInstanceOf(ChannelException.class)
                .hasMessage("The service answered 429; no time is left to wait 31000 ms and try again");
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void fourFailuresInARowAreEnough() {
        assertThatThrownBy(
                        () -> call(Duration.ofSeconds(30), answered(503), answered(503), answered(503), answered(503)))
                .isInstanceOf(ChannelException.class)
                .hasMessage("The service answered 503, 4 times in a row");
    }

    @Test
    void aRefusalIsNotRepeated() {
        assertThatThrownBy(() -> call(Duration.ofSeconds(30), answered(400)))
                .isInstanceOf(ChannelException.class)
                .hasMessageContaining("answered 400");
        assertThatThrownBy(() -> call(Duration.ofSeconds(30), answered(401))).isInstanceOf(RefusedTokenException.class);
        assertThat(time.pauses()).isEmpty();
    }
}
