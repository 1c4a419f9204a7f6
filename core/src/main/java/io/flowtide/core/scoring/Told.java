package io.flowtide.core.scoring;

import java.time.Instant;

/**
 * What people were told of an incident.
 *
 * @param revision how many messages there were
 * @param firing whether the last of them leaves the incident open
 * @param severity the worst severity that was told
 * @param recoveries how many of the messages told of a recovery
 * @param until the end of the incident as it was told last; what is anomalous after that is news
 */
public record Told(int revision, boolean firing, Severity severity, int recoveries, Instant until) {

    static final Told NOTHING = new Told(0, false, Severity.LOW, 0, Instant.EPOCH);

    public boolean anything() {
        return revision > 0;
    }

    Told firing(Severity worst, Instant end) {
        return new Told(revision + 1, true, worst, recoveries, end);
    }

    Told recovered(Instant end) {
        return new Told(revision + 1, false, severity, recoveries + 1, end);
    }

    /** As if it had been told: the message that opened the incident already said that it was over. */
    Told recoveredSilently(Instant end) {
        return new Told(revision, false, severity, recoveries + 1, end);
    }
}
