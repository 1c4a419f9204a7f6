package io.flowtide.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class FlowLogGeneratorTest {

    private static final Instant FROM = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofMinutes(30));

    @Test
    void filesAreNamedAsAwsNamesThemAndComeInOrder() {
        List<GeneratedFile> files =
                generator("").files(FROM, TO, FlowLogGenerator.USUAL_SPAN).toList();

        assertThat(files)
                .hasSize(6)
                .allSatisfy(
                        file -> assertThat(file.key())
                                .matches(
                                        "AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/11/20/"
                                                + "123456789012_vpcflowlogs_eu-central-1_fl-[0-9a-f]{17}_20261120T08\\d\\dZ_[0-9a-f]{8}\\.log\\.gz"));
        assertThat(files).extracting(GeneratedFile::start).isSorted().doesNotHaveDuplicates();
        assertThat(files.get(0).end()).isEqualTo(FROM.plus(Duration.ofMinutes(5)));
        assertThat(files).extracting(GeneratedFile::key).doesNotHaveDuplicates();
    }

    @Test
    void theSpanChangesTheFilesButNotTheRecords() {
        String fine = text(generator("").files(FROM, TO, Duration.ofMinutes(5)).toList());
        String coarse = text(generator("").files(FROM, TO, Duration.ofDays(1)).toList());

        assertThat(fine.replaceAll("version.*\n", "")).isEqualTo(coarse.replaceAll("version.*\n", ""));
        assertThat(coarse)
                .startsWith("version account-id interface-id srcaddr dstaddr srcport dstport protocol packets "
                        + "bytes start end action log-status\n2 123456789012 eni-0f10f71de5eed000");
    }

    @Test
    void everyRecordIsSaneAndLiesWithinOneMinute() {
        String[] lines =
                text(generator("").files(FROM, TO, Duration.ofDays(1)).toList()).split("\n");

        assertThat(lines).hasSizeGreaterThan(100);
        for (int i = 1; i < lines.length; i++) {
            String[] fields = lines[i].split(" ");
            long start = Long.parseLong(fields[10]);
            long end = Long.parseLong(fields[11]);
            long packets = Long.parseLong(fields[8]);
            assertThat(fields).hasSize(14);
            assertThat(end).isGreaterThanOrEqualTo(start);
            assertThat(end / 60).isEqualTo(start / 60);
            assertThat(Long.parseLong(fields[9])).isBetween(40 * packets, 1460 * packets);
            assertThat(fields[3]).matches("(4[6-9]|5\\d|6\\d|7[0-7])\\.\\d+\\.\\d+\\.\\d+");
            assertThat(fields[4]).matches("10\\.0\\.[0-3]\\.\\d+");
        }
    }

    @Test
    void theTruthIsWhatIsInTheFiles() {
        FlowLogGenerator generator = generator("spike@2026-11-20T08:10/PT5M*3");
        SortedMap<SeriesId, TimeSeries> truth = generator.truth(FROM, TO);
        String[] lines = text(generator.files(FROM, TO, Duration.ofDays(1)).toList())
                .lines()
                .skip(1)
                .toArray(String[]::new);

        assertThat(truth.keySet())
                .extracting(SeriesId::name)
                .containsExactly(
                        "bytes/action=ACCEPT",
                        "bytes/action=REJECT",
                        "bytes/all",
                        "packets/action=ACCEPT",
                        "packets/action=REJECT",
                        "packets/all",
                        "requests/action=ACCEPT",
                        "requests/action=REJECT",
                        "requests/all");
        assertThat(sum(truth, "requests/all")).isEqualTo(lines.length);
        assertThat(sum(truth, "requests/action=REJECT")).isEqualTo(count(lines, " REJECT OK"));
        assertThat(sum(truth, "bytes/all")).isEqualTo(fieldSum(lines, 9));
        assertThat(sum(truth, "packets/all")).isEqualTo(fieldSum(lines, 8));
    }

    /** Frozen: whoever changes this changes what every seed means. */
    @Test
    void theSameSeedGivesTheSameBytesOnEveryJdk() throws NoSuchAlgorithmException {
        String text = text(generator("").files(FROM, TO, Duration.ofDays(1)).toList());

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(digest)).startsWith("8fde29c40d472d69");
    }

    @Test
    void silenceIsNoFileAndQuietIsAFileThatSaysSo() {
        assertThat(generator("silence@2026-11-20T08:05/PT11M").files(FROM, TO, Duration.ofMinutes(5)))
                .extracting(file -> file.start().toString().substring(14, 16))
                .containsExactly("00", "15", "20", "25");

        Traffic quiet = new Traffic(ZoneOffset.UTC, 0.0001, 1, List.of());
        List<GeneratedFile> files = new FlowLogGenerator(quiet)
                .files(FROM, FROM.plusSeconds(300), Duration.ofMinutes(5))
                .toList();
        assertThat(text(files).lines())
                .hasSize(5)
                .last()
                .asString()
                .endsWith(" - - - - - - - 1795161600 1795161899 - NODATA");
    }

    private static FlowLogGenerator generator(String anomaly) {
        List<PlantedAnomaly> anomalies =
                anomaly.isEmpty() ? List.of() : List.of(PlantedAnomaly.parse(anomaly, ZoneOffset.UTC));
        return new FlowLogGenerator(new Traffic(ZoneOffset.UTC, 20, 7, anomalies));
    }

    private static String text(List<GeneratedFile> files) {
        StringBuilder text = new StringBuilder();
        for (GeneratedFile file : files) {
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(file.bytes()))) {
                text.append(new String(gzip.readAllBytes(), StandardCharsets.US_ASCII));
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        }
        return text.toString();
    }

    private static double sum(SortedMap<SeriesId, TimeSeries> truth, String id) {
        return truth.get(new SeriesId(id)).values().stream().sum();
    }

    private static long count(String[] lines, String ending) {
        return List.of(lines).stream().filter(line -> line.endsWith(ending)).count();
    }

    private static double fieldSum(String[] lines, int field) {
        return List.of(lines).stream()
                .mapToDouble(line -> Long.parseLong(line.split(" ")[field]))
                .sum();
    }
}
