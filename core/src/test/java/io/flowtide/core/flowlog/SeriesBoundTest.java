package io.flowtide.core.flowlog;

import static io.flowtide.core.flowlog.FlowLogs.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SeriesBoundTest {

    @Test
    void theHeaviestValuesKeepTheirSeriesAndTheRestIsOther() {
        StringBuilder text = new StringBuilder("start bytes dstport action\n");
        for (int i = 0; i < 5000; i++) {
            int port = i % 2 == 0 ? 443 : i % 4 == 1 ? 80 : 10_000 + i;
            text.append("%d 10 %d %s\n".formatted(START + i, port, i % 5 == 0 ? "REJECT" : "ACCEPT"));
        }

        MinuteCounts counts = read(text.toString(), List.of("dstport", "action"), 7);

        assertThat(series(counts))
                .containsExactly(
                        "bytes/action=ACCEPT",
                        "bytes/action=REJECT",
                        "bytes/all",
                        "bytes/dstport=443",
                        "bytes/dstport=80",
                        "bytes/dstport=other");
        assertThat(counts.totalThousandths(new SeriesId("bytes/dstport=443"))).isEqualTo(25_000_000);
        assertThat(counts.totalThousandths(new SeriesId("bytes/dstport=80"))).isEqualTo(12_500_000);
        assertThat(counts.totalThousandths(new SeriesId("bytes/dstport=other"))).isEqualTo(12_500_000);
        assertThat(counts.totalThousandths(new SeriesId("bytes/all"))).isEqualTo(50_000_000);
    }

    @Test
    void theReportSaysHowMuchOtherIs() {
        String text = "start bytes dstport\n" + (START + " 3 443\n").repeat(6) + START + " 2 80\n" + START + " 2 81\n";

        IngestReport bounded = FlowLogs.read(FlowLogs.bytes(text), bytesBy(List.of("dstport"), 3), RejectSink.none());
        IngestReport whole = FlowLogs.read(FlowLogs.bytes(text), bytesBy(List.of("dstport"), 10), RejectSink.none());

        assertThat(bounded.rests()).hasToString("[bytes/dstport=other has 18.2 % of all]");
        assertThat(bounded.rests()).containsExactly(new Rest(new SeriesId("bytes/dstport=other"), 4000, 22_000));
        assertThat(whole.rests()).isEmpty();
    }

    @Test
    void longValuesAreToldApartUpToABound() {
        String arn = "arn:aws:ecs:us-east-1:123456789012:service/";
        String text = "start bytes ecs-service-name\n" + START + " 1 " + arn + "a\n" + START + " 2 " + arn + "b\n"
                + START + " 4 " + "x".repeat(ValueTable.LONGEST_VALUE + 1) + "\n" + START + " 8 " + arn + "a\n";

        MinuteCounts counts = read(text, List.of("ecs-service"), 100);

        assertThat(counts.totalThousandths(new SeriesId("bytes/ecs-service=" + arn + "a")))
                .isEqualTo(9000);
        assertThat(counts.totalThousandths(new SeriesId("bytes/ecs-service=" + arn + "b")))
                .isEqualTo(2000);
        assertThat(counts.totalThousandths(new SeriesId("bytes/ecs-service=other")))
                .isEqualTo(4000);
    }

    @Test
    void aFileThatCoversTooMuchTimeIsReadAsFarAsItFits() {
        StringBuilder text = new StringBuilder("start bytes\n");
        int slots = MinuteCounts.DEFAULT_CAPACITY + 3;
        for (int i = 0; i < slots; i++) {
            text.append(START + 300L * i).append(" 1\n");
        }
        text.append(START).append(" 1\n");
        RejectedLines rejects = new RejectedLines();

        IngestReport report = FlowLogs.read(FlowLogs.bytes(text.toString()), bytesBy(List.of(), 1000), rejects);

        assertThat(report.accepted()).isEqualTo(MinuteCounts.DEFAULT_CAPACITY + 1L);
        assertThat(rejects.lines()).hasSize(3).allSatisfy(rejected -> assertThat(rejected.reason())
                .contains("more time than fits"));
    }

    private static MinuteCounts read(String text, List<String> dimensions, int maxSeries) {
        return FlowLogs.read(FlowLogs.bytes(text), bytesBy(dimensions, maxSeries), RejectSink.none())
                .counts();
    }

    private static IngestOptions bytesBy(List<String> dimensions, int maxSeries) {
        return new IngestOptions(Set.of(Metric.BYTES), dimensions, Spread.PROPORTIONAL).withMaxSeries(maxSeries);
    }

    private static Set<String> series(MinuteCounts counts) {
        Set<String> names = new TreeSet<>();
        counts.slots().values().forEach(row -> row.keySet().forEach(series -> names.add(series.name())));
        return names;
    }
}
