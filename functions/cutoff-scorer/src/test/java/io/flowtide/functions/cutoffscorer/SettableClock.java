package io.flowtide.functions.cutoffscorer;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of day in the tests: a moment after the sample windows closed, unless set otherwise. */
@Alternative
@Priority(1)
@Singleton
public class SettableClock extends Clock {

    static final Instant SOON_AFTER = Instant.parse("2026-11-21T08:30:00Z");

    private volatile Instant now = SOON_AFTER;

    void set(Instant instant) {
        now = instant;
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
