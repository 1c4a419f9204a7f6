package io.flowtide.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That AWT draws with the fonts of the layer is tested by {@code deploy-test}, in a process of its own. */
class FontsTest {

    @TempDir
    Path folder;

    @Test
    void withoutTheFileTheMachinesFontsStayInUse() {
        Fonts.use(folder.resolve("absent"));

        assertThat(System.getProperty("sun.awt.fontconfig")).isNull();
    }
}
