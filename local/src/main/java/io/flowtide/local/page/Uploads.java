package io.flowtide.local.page;

import io.flowtide.core.event.Keys;
import java.util.Locale;

/** Where a dropped file belongs. */
final class Uploads {

    private Uploads() {}

    /** A CSV is scored at once; everything else is traffic. */
    static String key(String name) {
        boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
        return (csv ? Keys.TESTDATA : Keys.RAW + "dropped/") + name;
    }
}
