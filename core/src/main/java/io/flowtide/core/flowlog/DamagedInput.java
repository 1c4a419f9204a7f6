package io.flowtide.core.flowlog;

import java.io.IOException;

/** The rest of a compressed file can't be read; all that came before was handed out. The message says what and where. */
public final class DamagedInput extends IOException {

    DamagedInput(String message) {
        super(message);
    }
}
