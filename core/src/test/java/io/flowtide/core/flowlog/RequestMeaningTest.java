package io.flowtide.core.flowlog;

import static io.flowtide.core.flowlog.FlowLogs.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.series.SeriesId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestMeaningTest {

    private static final String LOG = "start packets tcp-flags\n" + START + " 7 2\n" + START + " 8 18\n" + START
            + " 9 3\n" + START + " 10 0\n" + START + " 11 -\n";

    @ParameterizedTest
    @CsvSource({"records, 5", "connections, 2", "packets, 45"})
    void requestsAreWhatIsAskedFor(String meaning, long expected) {
        assertThat(requests(LOG, RequestMeaning.parse(meaning))).isEqualTo(expected * 1000);
    }

    @Test
    void withoutFlagsConnectionsAreRecords() {
        assertThat(requests("start\n" + START + "\n", RequestMeaning.CONNECTIONS))
                .isEqualTo(1000);
    }

    @Test
    void withoutPacketsThereAreNoneToCount() {
        RejectedLines rejects = new RejectedLines();
        IngestReport report =
                FlowLogs.read(FlowLogs.bytes("start\n" + START + "\n"), options(RequestMeaning.PACKETS), rejects);

        assertThat(report.damage())
                .hasValueSatisfying(damage -> assertThat(damage).contains("no column packets"));
    }

    @Test
    void othersAreRefused() {
        assertThatThrownBy(() -> RequestMeaning.parse("hits")).hasMessageContaining("'hits'");
    }

    private static long requests(String log, RequestMeaning meaning) {
        return FlowLogs.read(FlowLogs.bytes(log), options(meaning), RejectSink.none())
                .counts()
                .totalThousandths(SeriesId.total("requests"));
    }

    private static IngestOptions options(RequestMeaning meaning) {
        return new IngestOptions(Set.of(Metric.REQUESTS), List.of(), Spread.PROPORTIONAL).withRequests(meaning);
    }
}
