package io.flowtide.chart;

import java.nio.file.Files;
import java.nio.file.Path;

/** Tells AWT where its fonts are, on machines that have no fontconfig. */
public final class Fonts {

    private Fonts() {}

    /**
     * Has effect only before AWT starts, that is before anything was drawn; where there is no such file the machine's own
     * fonts stay in use.
     *
     * @param fontconfig a {@code fontconfig.properties} as the JDK documents it
     */
    public static void use(Path fontconfig) {
        if (Files.isReadable(fontconfig)) {
            System.setProperty("sun.awt.fontconfig", fontconfig.toString());
            // JDK 25 lays text out through foreign functions, which a native image would need described one by one.
            System.setProperty("sun.font.layout.ffm", "false");
        }
    }
}
