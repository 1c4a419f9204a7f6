package io.flowtide.core.flowlog;

import static io.flowtide.core.flowlog.FlowLogs.START;
import static io.flowtide.core.flowlog.FlowLogs.bytes;
import static io.flowtide.core.flowlog.FlowLogs.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestTest {

    private static final Slot SLOT = Slot.parse("2026-11-21T08:05Z");
    private static final String HEADER = FlowFormat.DEFAULT + "\n";
    private static final IngestOptions REQUESTS_ONLY =
            new IngestOptions(EnumSet.of(Metric.REQUESTS), List.of(), Spread.PROPORTIONAL);

    private final RejectedLines rejects = new RejectedLines();

    @Test
    void recordsAreSpreadAndSummedPerAction() {
        IngestReport report = FlowLogs.read(
                record(START, START + 120, 1000, 10, "ACCEPT") + record(START + 60, START + 90, 40, 1, "REJECT"),
                rejects);

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.damage()).isEmpty();
        assertThat(report.counts().slots()).containsOnlyKeys(SLOT);
        assertThat(report.counts().slots().get(SLOT))
                .containsOnly(
                        Map.entry(new SeriesId("requests/all"), Values.of(0.5, 1.5, 0, 0, 0)),
                        Map.entry(new SeriesId("requests/action=ACCEPT"), Values.of(0.5, 0.5, 0, 0, 0)),
                        Map.entry(new SeriesId("requests/action=REJECT"), Values.of(0, 1, 0, 0, 0)),
                        Map.entry(new SeriesId("bytes/all"), Values.of(500, 540, 0, 0, 0)),
                        Map.entry(new SeriesId("bytes/action=ACCEPT"), Values.of(500, 500, 0, 0, 0)),
                        Map.entry(new SeriesId("bytes/action=REJECT"), Values.of(0, 40, 0, 0, 0)),
                        Map.entry(new SeriesId("packets/all"), Values.of(5, 6, 0, 0, 0)),
                        Map.entry(new SeriesId("packets/action=ACCEPT"), Values.of(5, 5, 0, 0, 0)),
                        Map.entry(new SeriesId("packets/action=REJECT"), Values.of(0, 1, 0, 0, 0)));
    }

    @Test
    void theSwitchCountsAtTheStart() {
        IngestReport report = FlowLogs.read(
                bytes(record(START + 59, START + 600, 7, 7, "ACCEPT")),
                new IngestOptions(Set.of(Metric.BYTES), List.of(), Spread.AT_START),
                rejects);

        assertThat(report.counts().slots().get(SLOT))
                .containsOnly(Map.entry(new SeriesId("bytes/all"), Values.of(7, 0, 0, 0, 0)));
    }

    @Test
    void everyLineOfARealMixtureIsAccountedFor() {
        IngestReport report = FlowLogs.read(
                """
                2 123456789010 eni-1235b8ca123456789 2001:db8:1234:a100:8d6e:3477:df66:f105 2001:db8::1 34892 22 6 54 8855 1477913708 1477913820 ACCEPT OK
                2 123456789010 eni-1235b8ca123456789 - - - - - - - 1431280876 1431280934 - NODATA

                2 123456789010 eni-11111111aaaaaaaaa - - - - - - - 1431280876 1431280934 - SKIPDATA
                what is this
                2 123456789010 eni-1235b8ca123456789 172.31.16.139 203.0.113.12 0 0 1 4 336 1432917094 1432917142 REJECT OK""",
                rejects);

        assertThat(report)
                .extracting(
                        IngestReport::lines,
                        IngestReport::accepted,
                        IngestReport::noData,
                        IngestReport::skipData,
                        IngestReport::rejected)
                .containsExactly(5L, 2L, 1L, 1L, 1L);
        assertThat(rejects.lines()).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(5);
            assertThat(rejected.text()).isEqualTo("what is this");
        });
    }

    @Test
    void columnsAreTakenFromTheHeaderWhereverItComesAgain() {
        IngestReport report = FlowLogs.read(
                """
                start end action bytes packets version
                %d %d ACCEPT 100 1 3
                version action log-status start end packets bytes vpc-id
                5 REJECT OK %d %d 2 200 vpc-1
                5 - NODATA %d %d - - vpc-1
                """
                        .formatted(START, START + 10, START, START + 10, START, START + 10),
                rejects);

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.noData()).isEqualTo(1);
        assertThat(rejects.isEmpty()).isTrue();
        assertThat(report.counts().totalThousandths(new SeriesId("bytes/action=ACCEPT")))
                .isEqualTo(100_000);
        assertThat(report.counts().totalThousandths(new SeriesId("bytes/action=REJECT")))
                .isEqualTo(200_000);
        assertThat(report.format()).isEqualTo("flow log text, 8 columns by header");
    }

    @Test
    void aTransitGatewayLogHasNoAction() {
        IngestReport report = FlowLogs.read(
                "version resource-type account-id tgw-id packets bytes start end log-status packets-lost-no-route\n"
                        + "6 TransitGateway 123456789010 tgw-1 3 300 %d %d OK 0\n".formatted(START, START + 1),
                rejects);

        assertThat(report.counts().slots().get(SLOT))
                .containsOnlyKeys(new SeriesId("bytes/all"), new SeriesId("packets/all"), new SeriesId("requests/all"));
    }

    @Test
    void aFormatWithoutStatusShowsNoDataByItsCounts() {
        IngestReport report = FlowLogs.read("start bytes packets\n" + START + " - -\n" + START + " 5 -\n", rejects);

        assertThat(report.noData()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
    }

    @Test
    void aFileWithoutTheNeededColumnsIsRefusedAsAWhole() {
        IngestReport report = FlowLogs.read("version end bytes\n5 17 100\n5 18 100\n", rejects);

        assertThat(report.damage()).hasValueSatisfying(damage -> assertThat(damage)
                .startsWith("Line 1: the flow log has no column start and no column packets")
                .contains("version end bytes"));
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(report.counts().isEmpty()).isTrue();
        assertThat(rejects.lines()).hasSize(1);
        assertThat(rejects.total()).isEqualTo(3);
    }

    @Test
    void aColumnThatIsNotAskedForNeedNotBeThere() {
        IngestReport report = FlowLogs.read(bytes("version start\n5 " + START + "\n"), REQUESTS_ONLY, rejects);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.damage()).isEmpty();
    }

    @Test
    void aFormatByConfigurationHoldsUntilAHeaderComes() {
        FlowFormat format = FlowFormat.parse("${start} ${bytes}");
        IngestReport report = FlowLogs.read(
                bytes(START + " 5\nbytes start\n7 " + START + "\n"),
                new IngestOptions(Set.of(Metric.BYTES), List.of(), Spread.PROPORTIONAL).withFormat(format),
                rejects);

        assertThat(report.counts().totalThousandths(SeriesId.total("bytes"))).isEqualTo(12_000);
    }

    @Test
    void millisecondsAreToldByTheirSize() {
        IngestReport report = FlowLogs.read(record(START * 1000 + 999, (START + 60) * 1000, 6, 6, "ACCEPT"), rejects);

        assertThat(report.counts().slots().get(SLOT).get(SeriesId.total("bytes")))
                .isEqualTo(Values.of(6, 0, 0, 0, 0));
    }

    @Test
    void windowsLineEndsAByteOrderMarkAndBlanksAreTolerated() {
        String record = record(START, START, 1, 1, "ACCEPT").strip();
        IngestReport report = FlowLogs.read(
                "\uFEFF" + HEADER.strip() + "\r\n" + record + "\r\n\r\n \t\n " + record + " \n" + record, rejects);

        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.lines()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            10 5 ACCEPT OK                       | end 5 is before start 10
            10 86411 ACCEPT OK                   | start and end are more than 24 hours apart
            4102444800 4102444800 ACCEPT OK      | end is beyond the year 2100
            17e3 18000 ACCEPT OK                 | start is '17e3', not a whole number of at most 1000000000000000
            17 - ACCEPT OK                       | end is '-', not a whole number of at most 1000000000000000
            17 18 ACCEPT FINE                    | log-status is 'FINE', not OK, NODATA or SKIPDATA
            17 18 ACCEPT                         | 13 columns, but the format has 14
            17 18 ACCEPT OK OK                   | 15 columns, but the format has 14
            17 18  OK                            | action is empty
            """)
    void aLineIsRefusedWithItsReason(String end, String reason) {
        IngestReport report = FlowLogs.read(
                "2 1 eni-1 1.2.3.4 1.2.3.5 1 2 6 10 1000 " + end + "\n" + record(17, 18, 1, 1, "A"), rejects);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(rejects.lines()).extracting(Rejected::reason).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({"x 1000, packets", "1 1000000000000001, bytes", "1 -5, bytes", "12345678901234567 1, packets"})
    void countsMustBeWholeAndPlausible(String counts, String field) {
        FlowLogs.read("2 1 eni-1 1.2.3.4 1.2.3.5 1 2 6 " + counts + " 17 18 ACCEPT OK\n", rejects);

        assertThat(rejects.lines()).singleElement().satisfies(rejected -> assertThat(rejected.reason())
                .startsWith(field + " is '"));
    }

    @Test
    void withoutAHeaderAnotherVersionIsNotGuessedAt() {
        FlowLogs.read(record(17, 18, 1, 1, "ACCEPT").replaceFirst("2", "5"), rejects);

        assertThat(rejects.lines()).singleElement().satisfies(rejected -> assertThat(rejected.reason())
                .contains("starts with '5'"));
    }

    @Test
    void anEmptyFileHasNoLines() {
        IngestReport report = FlowLogs.read("", rejects);

        assertThat(report.lines()).isZero();
        assertThat(report.damage()).isEmpty();
        assertThat(rejects.isEmpty()).isTrue();
    }

    @Test
    void aStreamThatFailsIsNoMatterOfTheFile() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> Ingest.read("a.log", failing, IngestOptions.defaults(), rejects))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }
}
