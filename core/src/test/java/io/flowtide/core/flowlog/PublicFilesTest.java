package io.flowtide.core.flowlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every line of flow logs that others published. Their folder is given by {@code -Dflowtide.flowlogs=FOLDER}. */
class PublicFilesTest {

    private static final String FOLDER = "flowtide.flowlogs";

    @Test
    void everyLineOfEveryFileIsAccountedFor() throws IOException {
        String folder = System.getProperty(FOLDER, "");
        assumeTrue(!folder.isEmpty(), "Not run: no folder with flow logs was given by -D" + FOLDER + "=FOLDER");
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            files = all.filter(file -> file.toString().endsWith(".log")).toList();
        }
        assertThat(files).as("files *.log in " + folder).isNotEmpty();
        for (Path file : files) {
            accountedFor(file);
        }
    }

    private static void accountedFor(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && FlowFormat.ofHeader(line).isEmpty())
                .toList();
        RejectedLines rejects = new RejectedLines();
        try (InputStream in = Files.newInputStream(file)) {
            IngestReport report = Ingest.read(file.toString(), in, IngestOptions.defaults(), rejects);

            assertThat(report.accepted() + report.noData() + report.skipData() + report.rejected())
                    .as(file.toString())
                    .isEqualTo(lines.size());
            assertThat(report.noData()).isEqualTo(ending(lines, "NODATA"));
            assertThat(report.skipData()).isEqualTo(ending(lines, "SKIPDATA"));
            assertThat(rejects.lines()).as(file.toString()).isEmpty();
            assertThat(report.accepted()).isPositive();
        }
    }

    private static long ending(List<String> lines, String status) {
        return lines.stream()
                .filter(line -> List.of(line.split(" ")).contains(status))
                .count();
    }
}
