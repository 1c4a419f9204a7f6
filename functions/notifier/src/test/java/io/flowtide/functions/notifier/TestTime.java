package io.flowtide.functions.notifier;

import com.amazonaws.services.lambda.runtime.Context;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that only moves while somebody pauses, so that waiting takes no time: in place of the function's own. */
@Alternative
@Priority(1)
@Singleton
final class TestTime extends Clock implements Pause, TimeLeft {

    private final List<Duration> pauses = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private Instant now = Instant.parse("2026-11-21T08:16:00Z");

    void reset() {
        pauses.clear();
        meanwhile = () -> {};
    }

    /** What happens during the next pause. */
    void meanwhile(Runnable action) {
        meanwhile = action;
    }

    List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** The mock of Lambda's runtime knows no deadline. */
    @Override
    public Duration of(Context invocation) {
        return Duration.ofSeconds(117);
    }

    @Override
    public void last(Duration duration) {
        pauses.add(duration);
        advance(duration);
        Runnable action = meanwhile;
        meanwhile = () -> {};
        action.run();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
