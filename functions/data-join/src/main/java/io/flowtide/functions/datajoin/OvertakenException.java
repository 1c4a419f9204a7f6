package io.flowtide.functions.datajoin;

import io.flowtide.core.series.Slot;

/** Another closer stored the slot in the meantime: what is left to do is left to it. */
final class OvertakenException extends RuntimeException {

    OvertakenException(Slot slot) {
        super("Another closer stored the slot " + slot + " in the meantime");
    }
}
