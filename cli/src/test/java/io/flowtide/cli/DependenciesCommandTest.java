package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependenciesCommandTest {

    private static final long NINE = Instant.parse("2026-11-20T09:00:00Z").getEpochSecond();

    @TempDir
    private Path folder;

    private String services;

    @BeforeEach
    void writeServices() throws IOException {
        services = folder.resolve("services.csv").toString();
        Files.writeString(Path.of(services), "10.0.1.0/24,web,a\n10.0.2.0/24,checkout,b\n");
    }

    private static String line(String source, String destination, long start, String action) {
        return "2 123456789012 eni-0a1b2c3d %s %s 40000 443 6 10 1000 %d %d %s OK\n"
                .formatted(source, destination, start, start + 30, action);
    }

    private static String log() {
        return line("10.0.1.1", "10.0.2.1", NINE, "ACCEPT")
                + line("10.0.1.2", "10.0.2.1", NINE + 3600, "REJECT")
                + line("8.8.8.8", "10.0.1.1", NINE + 60, "ACCEPT");
    }

    @Test
    void showsWhoTalksToWhom() {
        Run run = Run.withInput(log(), "dependencies", "--services", services, "-");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(
                        """
                source    destination  records  bytes  accepted  rejected  first                 last
                unmapped  web                1   1000         1         0  2026-11-20T09:01:00Z  2026-11-20T09:01:30Z
                web       checkout           2   2000         1         1  2026-11-20T09:00:00Z  2026-11-20T10:00:30Z
                """);
    }

    @Test
    void alsoByTheHourAndAsCsv() {
        Run run = Run.withInput(log(), "dependencies", "--services", services, "--hourly", "--csv", "-");

        assertThat(run.out())
                .isEqualTo(
                        """
                hour,source,destination,records,bytes,accepted,rejected,first,last
                2026-11-20T09:00:00Z,unmapped,web,1,1000,1,0,2026-11-20T09:01:00Z,2026-11-20T09:01:30Z
                2026-11-20T09:00:00Z,web,checkout,1,1000,1,0,2026-11-20T09:00:00Z,2026-11-20T09:00:30Z
                2026-11-20T10:00:00Z,web,checkout,1,1000,0,1,2026-11-20T10:00:00Z,2026-11-20T10:00:30Z
                """);
    }

    @Test
    void pairsAndZonesAreDimensionsOfAggregate() {
        Run run = Run.withInput(
                log(),
                "aggregate",
                "--services",
                services,
                "--dimension",
                "pair,zones",
                "--width",
                "1h",
                "--sparse",
                "-");

        assertThat(run.err()).isEmpty();
        assertThat(run.rows())
                .containsExactly(
                        "bucket_start,series,value",
                        "2026-11-20T09:00:00Z,requests/all,2",
                        "2026-11-20T09:00:00Z,requests/pair=unmapped->web,1",
                        "2026-11-20T09:00:00Z,requests/pair=web->checkout,1",
                        "2026-11-20T09:00:00Z,requests/zones=a->b,1",
                        "2026-11-20T09:00:00Z,requests/zones=unmapped->a,1",
                        "2026-11-20T10:00:00Z,requests/all,1",
                        "2026-11-20T10:00:00Z,requests/pair=web->checkout,1",
                        "2026-11-20T10:00:00Z,requests/zones=a->b,1");
    }

    @Test
    void aServiceMapWithMistakesIsRefusedLineByLine() throws IOException {
        Files.writeString(Path.of(services), "10.0.1.0/24,web\n10.0.1.1/24,checkout\n10.0.3.0/24\n");

        Run run = Run.withInput(log(), "aggregate", "--services", services, "--dimension", "pair", "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactly(
                        services
                                + ":2: '10.0.1.1/24' has bits behind its prefix: write the first address of the block, "
                                + "or a longer prefix",
                        services + ":3: a line is cidr-or-interface,service or cidr-or-interface,service,zone but this "
                                + "one has 1 columns",
                        services + ": This service map is not used, because of the lines above");
    }

    @Test
    void filesThatAreMissingOrOfAnotherKindAreNamed() {
        String absent = folder.resolve("absent.csv").toString();

        assertThat(Run.withInput(log(), "aggregate", "--services", absent, "-").err())
                .isEqualTo(absent + ": There is no such file\n");
        assertThat(Run.withInput(log(), "aggregate", "--geography", services, "-")
                        .err())
                .startsWith(services + ": This is no database in the MaxMind DB format (.mmdb)");
    }

    @Test
    void howMuchIsNotToldApartIsSaid() {
        Run run = Run.withInput(
                log(), "aggregate", "--services", services, "--dimension", "pair", "--max-series", "3", "-");

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo("note: requests/pair=other has 33.3 % of all, since a file may give 3 series\n");
    }
}
