package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsGeneratedIsWhatIsAggregated() throws IOException {
        Path counts = folder.resolve("counts.csv");

        Run generated = Run.of(
                ("generate flowlogs --days 1 --from 2026-11-20 --rate 5 --anomaly silence@2026-11-20T10:00/2h --out "
                                + folder + "/logs --counts " + counts)
                        .split(" "));
        Run aggregated =
                Run.of(("aggregate --width 1m --metric requests,bytes,packets --dimension action " + folder + "/logs")
                        .split(" "));

        assertThat(generated.code()).isZero();
        assertThat(generated.out()).isEmpty();
        assertThat(generated.err())
                .isEqualTo("Wrote 264 files to " + folder + "/logs: 2026-11-20T00:00:00Z to 2026-11-21T00:00:00Z\n");
        assertThat(aggregated.code()).isZero();
        assertThat(aggregated.err()).isEmpty();
        assertThat(aggregated.out()).isEqualTo(Files.readString(counts)).hasLineCount(1 + 9 * 24 * 60);
    }

    @Test
    void flowsGoBetweenServicesUnlessTheirWayIsCut() {
        String map = folder + "/services.csv";
        Run generated = Run.of(("generate flowlogs --days 1 --from 2026-11-20 --rate 20 --out " + folder
                        + "/logs --service-map " + map + " --cut checkout->ledger@2026-11-20T10:00/1h")
                .split(" "));
        Run talk = Run.of(("dependencies --csv --hourly --services " + map + " " + folder + "/logs").split(" "));

        assertThat(generated.code()).isZero();
        assertThat(talk.rows().stream()
                        .skip(1)
                        .map(row -> row.split(","))
                        .filter(row -> row[0].equals("2026-11-20T10:00:00Z"))
                        .map(row -> row[1] + "->" + row[2]))
                .containsExactly("catalog->ledger", "internet->web", "web->catalog", "web->checkout");
        assertThat(talk.rows().stream().filter(row -> row.contains(",checkout,ledger,")))
                .hasSize(23);
    }

    @Test
    void aWayThatIsNoneCanNotBeCut() {
        Run run = Run.of(("generate flowlogs --days 1 --out " + folder + "/logs --service-map " + folder
                        + "/services.csv --cut ledger->web@2026-11-20T10:00")
                .split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("'ledger->web' is no way that flows go; take one of internet->web, web->checkout,");
    }

    @Test
    void dumpsAreCountedAsWell() throws IOException {
        Run python = Run.of(("generate metrics --days 2 --seed 3 --out " + folder + "/python").split(" "));
        Run json = Run.of(("generate metrics --days 2 --seed 3 --style json --out " + folder + "/json").split(" "));

        assertThat(python.code() + json.code()).isZero();
        assertThat(files("python")).containsExactly("metrics_20261119T0000Z.json", "metrics_20261120T0000Z.json");
        Run counted = Run.of("aggregate", folder + "/python");
        assertThat(counted.out())
                .isEqualTo(Run.of("aggregate", folder + "/json").out());
        assertThat(counted.rows()).hasSize(1 + 4 * 2 * 288).anyMatch(row -> row.contains(",requests/status=5xx,"));
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aCsvGoesToStandardOutputOrIntoAFolder() throws IOException {
        Run printed = Run.of("generate csv --days 1 --from 2026-11-20 --seed 5 --width 1h".split(" "));
        Run written =
                Run.of(("generate csv --days 1 --from 2026-11-20 --seed 5 --width 1h --out " + folder).split(" "));

        assertThat(printed.rows())
                .hasSize(25)
                .startsWith("Timestamp,Value")
                .element(1)
                .asString()
                .startsWith("2026-11-20T00:00:00Z,");
        assertThat(written.out()).isEmpty();
        assertThat(folder.resolve("requests.csv")).hasContent(printed.out());
    }

    @Test
    void theDaysAreThoseOfTheZone() {
        Run run = Run.of("generate csv --days 1 --from 2026-10-25 --zone Europe/Berlin --width 1h".split(" "));

        assertThat(run.rows()).hasSize(26);
        assertThat(run.rows().get(1)).startsWith("2026-10-24T22:00:00Z");
    }

    @Test
    void aPlaceThatCanNotBeWrittenIsSaid() throws IOException {
        Files.createFile(folder.resolve("file"));

        Run run = Run.of(("generate csv --days 1 --out " + folder + "/file/below").split(" "));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains(folder + "/file/below/requests.csv: This can't be written")
                .hasLineCount(1);
    }
}
