package io.flowtide.functions.notifier;

import java.time.LocalDate;
import java.util.List;

/**
 * What happened on a day and was not worth telling when it did.
 *
 * @param day the local day
 * @param incidents an incident a line, in plain words
 */
record Digest(LocalDate day, List<String> incidents) {

    Digest {
        incidents = List.copyOf(incidents);
    }

    /** What the digest of a day is called: it is told once. */
    String key() {
        return "digest-" + day;
    }
}
