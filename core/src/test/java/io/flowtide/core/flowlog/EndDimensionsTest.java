package io.flowtide.core.flowlog;

import static io.flowtide.core.flowlog.FlowLogs.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import io.flowtide.core.geo.GeoDatabase;
import io.flowtide.core.geo.MmdbWriter;
import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.services.ServiceMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EndDimensionsTest {

    static final ServiceMap MAP = map("10.0.1.0/24,web,a\n10.0.2.0/24,checkout,b\n10.0.2.9,ledger\neni-7,gateway\n");

    @Test
    void servicesPairsAndZonesFollowFromTheAddresses() {
        String log = "srcaddr dstaddr start bytes action\n"
                + "10.0.1.1 10.0.2.1 " + START + " 1 ACCEPT\n"
                + "10.0.1.2 10.0.2.9 " + START + " 2 ACCEPT\n"
                + "10.0.2.1 10.0.2.9 " + START + " 4 REJECT\n"
                + "8.8.8.8 10.0.1.1 " + START + " 8 ACCEPT\n"
                + "- - " + START + " 16 ACCEPT\n";

        assertThat(totals(log, "src-service", "dst-service", "service", "pair", "src-zone", "dst-zone", "zones"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("all", 31L),
                        Map.entry("src-service=web", 3L),
                        Map.entry("src-service=checkout", 4L),
                        Map.entry("src-service=unmapped", 24L),
                        Map.entry("dst-service=checkout", 1L),
                        Map.entry("dst-service=ledger", 6L),
                        Map.entry("dst-service=web", 8L),
                        Map.entry("dst-service=unmapped", 16L),
                        Map.entry("service=checkout", 1L),
                        Map.entry("service=ledger", 6L),
                        Map.entry("service=web", 8L),
                        Map.entry("service=unmapped", 16L),
                        Map.entry("pair=web->checkout", 1L),
                        Map.entry("pair=web->ledger", 2L),
                        Map.entry("pair=checkout->ledger", 4L),
                        Map.entry("pair=unmapped->web", 8L),
                        Map.entry("pair=unmapped->unmapped", 16L),
                        Map.entry("src-zone=a", 3L),
                        Map.entry("src-zone=b", 4L),
                        Map.entry("src-zone=unmapped", 24L),
                        Map.entry("dst-zone=b", 7L),
                        Map.entry("dst-zone=a", 8L),
                        Map.entry("dst-zone=unmapped", 16L),
                        Map.entry("zones=a->b", 3L),
                        Map.entry("zones=b->b", 4L),
                        Map.entry("zones=unmapped->a", 8L),
                        Map.entry("zones=unmapped->unmapped", 16L)));
    }

    @Test
    void packetLevelAddressesComeBeforeThoseOfSomethingInBetween() {
        String log = "srcaddr pkt-srcaddr dstaddr pkt-dstaddr start bytes\n"
                + "10.0.1.1 10.0.2.1 8.8.8.8 10.0.2.9 " + START + " 1\n"
                + "10.0.1.1 - 10.0.2.9 - " + START + " 2\n";

        assertThat(totals(log, "pair"))
                .isEqualTo(Map.of("all", 3L, "pair=checkout->ledger", 1L, "pair=web->ledger", 2L));
    }

    @Test
    void anInterfaceStandsForItsEndWhereTheDirectionIsKnown() {
        String log = "interface-id flow-direction srcaddr dstaddr start bytes\n"
                + "eni-7 egress 10.0.1.1 10.0.2.1 " + START + " 1\n"
                + "eni-7 ingress 10.0.1.1 10.0.2.1 " + START + " 2\n"
                + "eni-7 - 10.0.1.1 10.0.2.1 " + START + " 4\n"
                + "eni-8 egress 10.0.1.1 10.0.2.1 " + START + " 8\n";

        assertThat(totals(log, "pair", "service"))
                .isEqualTo(Map.of(
                        "all", 15L,
                        "pair=gateway->checkout", 1L,
                        "pair=web->gateway", 2L,
                        "pair=web->checkout", 12L,
                        "service=gateway", 7L,
                        "service=web", 8L));
    }

    @Test
    void withoutAMapOrWithoutAddressesThereIsNoSuchDimension() {
        IngestOptions options = options(Enrichment.NONE, "pair", "src-country", "action");
        IngestReport report = FlowLogs.read(
                FlowLogs.bytes(FlowLogs.record(START, START, 1, 1, "ACCEPT")), options, RejectSink.none());

        assertThat(options.leftOut())
                .containsExactly(
                        "the dimension 'pair' needs a service map, and there is none",
                        "the dimension 'src-country' needs a geography file in the MaxMind DB format, and there is none");
        assertThat(totals(report.counts())).isEqualTo(Map.of("all", 1L, "action=ACCEPT", 1L));
        assertThat(totals("start bytes\n" + START + " 1\n", "pair", "service")).isEqualTo(Map.of("all", 1L));
        assertThatThrownBy(() -> options(Enrichment.NONE, "pears"))
                .hasMessageContaining("There is no dimension 'pears'")
                .hasMessageContaining("pair, src-zone")
                .hasMessageContaining("src-country");
    }

    @Test
    void whoTalksToWhomIsCountedByTheHour() {
        long hour = START - START % 3600;
        String log = "srcaddr dstaddr start end bytes action log-status\n"
                + "10.0.1.1 10.0.2.1 %d %d 10 ACCEPT OK\n".formatted(hour + 3590, hour + 3650)
                + "10.0.1.2 10.0.2.1 %d %d 20 REJECT OK\n".formatted(hour + 5, hour + 6)
                + "10.0.1.2 10.0.2.1 %d %d 40 ACCEPT OK\n".formatted(hour + 3600, hour + 3600)
                + "- - %d %d - - NODATA\n".formatted(hour, hour);
        IngestOptions options = options(Enrichment.NONE.withServices(MAP).withDependencies());

        IngestReport report = FlowLogs.read(FlowLogs.bytes(log), options, RejectSink.none());

        Pair pair = new Pair("web", "checkout");
        assertThat(report.dependencies())
                .isEqualTo(Map.of(
                        Instant.ofEpochSecond(hour),
                        Map.of(pair, new Traffic(2, 30, 1, 1, at(hour + 5), at(hour + 3650))),
                        Instant.ofEpochSecond(hour + 3600),
                        Map.of(pair, new Traffic(1, 40, 1, 0, at(hour + 3600), at(hour + 3600)))));
    }

    @Test
    void countriesFollowFromTheGeographyFile() throws IOException {
        MmdbWriter file =
                new MmdbWriter(6, "GeoLite2-Country").put("81.2.69.0/24", Map.of("country", Map.of("iso_code", "GB")));
        GeoDatabase geography = GeoDatabase.read(new ByteArrayInputStream(file.bytes()));
        IngestOptions options =
                options(Enrichment.NONE.withGeography(geography), "src-country", "dst-country", "src-asn");
        String log = "srcaddr dstaddr start bytes\n"
                + "81.2.69.142 10.0.2.1 " + START + " 1\n"
                + "10.0.2.1 81.2.69.142 " + START + " 2\n";

        IngestReport report = FlowLogs.read(FlowLogs.bytes(log), options, RejectSink.none());

        assertThat(totals(report.counts()))
                .isEqualTo(Map.of(
                        "all", 3L,
                        "src-country=GB", 1L,
                        "src-country=unknown", 2L,
                        "dst-country=unknown", 1L,
                        "dst-country=GB", 2L));
        assertThat(options.leftOut())
                .containsExactly("the dimension 'src-asn' needs a geography file with numbers of autonomous systems, "
                        + "and GeoLite2-Country has none");
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    static ServiceMap map(String text) {
        try {
            return ServiceMap.read(new ByteArrayInputStream(FlowLogs.bytes(text)), RejectSink.none());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, Long> totals(String log, String... dimensions) {
        IngestOptions options = options(Enrichment.NONE.withServices(MAP), dimensions);
        RejectedLines rejects = new RejectedLines();
        MinuteCounts counts =
                FlowLogs.read(FlowLogs.bytes(log), options, rejects).counts();
        assertThat(rejects.lines()).isEmpty();
        return totals(counts);
    }

    private static Map<String, Long> totals(MinuteCounts counts) {
        Set<SeriesId> series = counts.slots().values().stream()
                .flatMap(row -> row.keySet().stream())
                .collect(Collectors.toSet());
        Map<String, Long> totals = new TreeMap<>();
        series.forEach(id -> totals.put(id.dimension(), counts.totalThousandths(id) / 1000));
        return totals;
    }

    private static IngestOptions options(Enrichment enrichment, String... dimensions) {
        return new IngestOptions(Set.of(Metric.BYTES), Arrays.asList(dimensions), Spread.PROPORTIONAL)
                .withEnrichment(enrichment);
    }

    @Test
    void dimensionsOfFieldsAreFoundByTheirShortNamesToo() {
        assertThat(List.of(
                        "action", "dstport", "protocol", "flow-direction", "interface", "subnet", "az", "ecs-service"))
                .allSatisfy(name -> assertThat(Dimension.named(name)).isInstanceOf(Dimension.OfField.class));
    }
}
