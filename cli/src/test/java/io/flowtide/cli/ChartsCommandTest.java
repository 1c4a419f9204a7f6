package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsCommandTest {

    @TempDir
    Path folder;

    @Test
    void drawsTheGalleryThatTheDocumentationDescribes() throws Exception {
        Run run = Run.of("charts", "--out", folder.toString());

        assertThat(run.code()).isZero();
        assertThat(run.rows()).hasSizeGreaterThan(15).allSatisfy(file -> assertThat(Path.of(file))
                .isNotEmptyFile());
        String described = Files.readString(Path.of("..", "docs", "charts", "README.md"));
        assertThat(run.rows())
                .extracting(file -> Path.of(file).getFileName().toString().replace(".png", ""))
                .allSatisfy(name -> assertThat(described).contains("`" + name + "`"));
    }

    @Test
    void aFolderThatCanNotBeWrittenIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("taken"));

        Run run = Run.of("charts", "--out", file.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Can't write " + file);
    }
}
