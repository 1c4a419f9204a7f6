package io.flowtide.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.flowlog.IngestReport;
import io.flowtide.core.flowlog.RejectedLines;
import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.synthetic.MetricDumpGenerator;
import io.flowtide.core.synthetic.Traffic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MetricDumpPropertiesTest {

    private static final Instant FROM = Instant.parse("2026-11-16T08:00:00Z");
    private static final byte[] DUMP = new MetricDumpGenerator(
                    new Traffic(ZoneOffset.UTC, 100, 5, List.of()), MetricDumpGenerator.Style.PYTHON)
            .files(FROM, FROM.plus(Duration.ofHours(1)), Duration.ofDays(1))
            .findFirst()
            .orElseThrow()
            .bytes();
    private static final SeriesId ALL = SeriesId.total("requests");

    @Property(tries = 300)
    void nothingThatComesInIsMoreThanARefusal(@ForAll byte[] bytes) {
        Reading reading = read(bytes);

        assertThat(reading.rejects.total())
                .isEqualTo(reading.report.rejected() + (reading.report.damage().isPresent() ? 1 : 0));
    }

    @Property(tries = 500)
    void aByteThatIsWrongIsNoMoreThanARefusal(@ForAll @IntRange(max = 4000) int at, @ForAll byte wrong) {
        byte[] bytes = DUMP.clone();
        bytes[at % bytes.length] = wrong;

        Reading reading = read(bytes);

        assertThat(reading.report.lines()).isEqualTo(reading.report.accepted() + reading.report.rejected());
        assertThat(reading.report.accepted()).isLessThanOrEqualTo(36);
    }

    @Property(tries = 300)
    void aDumpThatIsCutOffGivesNoMoreThanTheWhole(@ForAll @IntRange(max = 4000) int length) {
        Reading whole = read(DUMP);
        Reading cut = read(Arrays.copyOf(DUMP, Math.min(length, DUMP.length)));

        assertThat(cut.report.accepted()).isLessThanOrEqualTo(whole.report.accepted());
        assertThat(cut.counts.totalThousandths(ALL)).isLessThanOrEqualTo(whole.counts.totalThousandths(ALL));
        assertThat(cut.report.damage().isPresent()).isEqualTo(length < DUMP.length - 1);
    }

    private record Reading(IngestReport report, MinuteCounts counts, RejectedLines rejects) {}

    private static Reading read(byte[] bytes) {
        RejectedLines rejects = new RejectedLines();
        MinuteCounts counts = new MinuteCounts();
        try {
            return new Reading(MetricDump.read(new ByteArrayInputStream(bytes), counts, rejects), counts, rejects);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
