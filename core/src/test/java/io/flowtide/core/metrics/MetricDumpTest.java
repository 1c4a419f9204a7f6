package io.flowtide.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.flowlog.IngestReport;
import io.flowtide.core.flowlog.Rejected;
import io.flowtide.core.flowlog.RejectedLines;
import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import io.flowtide.core.synthetic.GeneratedFile;
import io.flowtide.core.synthetic.MetricDumpGenerator;
import io.flowtide.core.synthetic.Traffic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricDumpTest {

    private static final Slot SLOT = Slot.parse("2018-12-21T15:45Z");
    private static final String POINT =
            "{'Timestamp': datetime.datetime(2018, 12, 21, 15, 45, tzinfo=tzutc()), 'Sum': 10.0}";

    private final RejectedLines rejects = new RejectedLines();
    private final MinuteCounts counts = new MinuteCounts();

    @Test
    void keepsResponseCodesApartAndSumsThem() {
        IngestReport report = read(
                """
                {'response-code-200': {'Label': 'response-code-200', 'Datapoints': [
                   {'Timestamp': datetime.datetime(2018, 12, 21, 15, 50, tzinfo=tzlocal()), 'SampleCount': 20.0, 'Unit': 'None'},
                   {'Timestamp': datetime.datetime(2018, 12, 21, 15, 45, tzinfo=tzlocal()), 'SampleCount': 10.0, 'Unit': 'None'}],
                  'ResponseMetadata': {'RequestId': '288e42dd', 'HTTPStatusCode': 200, 'RetryAttempts': 0}},
                 'response-code-5xx': {'Label': 'response-code-5xx', 'Datapoints': [
                   {'Timestamp': datetime.datetime(2018, 12, 21, 15, 45, tzinfo=tzlocal()), 'Sum': 5.0, 'Unit': 'None'}]},
                 'op-code-count': {'Label': 'op-code-count', 'Datapoints': [
                   {'Timestamp': datetime.datetime(2018, 12, 21, 15, 45, tzinfo=tzlocal()), 'Sum': 2.5, 'Unit': 'None'}]},
                 'provider-response-time': {'Label': 'provider-response-time', 'Datapoints': [
                   {'Timestamp': datetime.datetime(2018, 12, 21, 15, 45, tzinfo=tzlocal()), 'Average': 66.1, 'Unit': 'None'}]},
                 'api-gw-count': {'Label': 'Count', 'Datapoints': []}}
                """);

        assertThat(counts.slots().get(SLOT))
                .containsOnlyKeys(
                        new SeriesId("op-code-count/all"),
                        new SeriesId("requests/all"),
                        new SeriesId("requests/status=200"),
                        new SeriesId("requests/status=5xx"))
                .containsEntry(new SeriesId("op-code-count/all"), Values.constant(5, 0.5))
                .containsEntry(new SeriesId("requests/all"), Values.constant(5, 3))
                .containsEntry(new SeriesId("requests/status=200"), Values.constant(5, 2))
                .containsEntry(new SeriesId("requests/status=5xx"), Values.constant(5, 1));
        assertThat(counts.slots().get(SLOT.next())).containsEntry(new SeriesId("requests/all"), Values.constant(5, 4));
        assertThat(report.lines()).isEqualTo(4);
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(report.damage()).isEmpty();
        assertThat(report.format())
                .isEqualTo("metric dump, left out because averages count nothing: provider-response-time");
        assertThat(rejects.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Label': 'm', 'Datapoints': [%s]}",
                "{'Datapoints': [%s,], 'Label': u'm'}",
                "[{'Label': 'm', 'Datapoints': [%s]}]",
                "{'m': {'Datapoints': (%s)[0], }}",
                "\uFEFF {\"m\": {\"Datapoints\": [%s], \"a\": [true, null, None, -1.5e-3, \"\\u00e9\\n\", ('x' 'y',), {}, b'z']}}\n",
                "{'m': {'Datapoints': []}} {'m': {'Datapoints': [%s]}}"
            })
    void aDumpHasManyForms(String form) {
        String text = form.contains("(%s)[0]") ? "{'m': {'Datapoints': [(%s)]}}" : form;

        IngestReport report = read(text.formatted(POINT));

        assertThat(report.damage()).isEmpty();
        assertThat(counts.slots().get(SLOT)).containsEntry(new SeriesId("m/all"), Values.constant(5, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "datetime.datetime(2018, 12, 21, 15, 45, tzinfo=tzutc())",
                "datetime.datetime(2018, 12, 21, 15, 45, 0, 0, tzutc())",
                "datetime.datetime(2018, 12, 21, 16, 45, tzinfo=tzlocal())",
                "datetime.datetime(2018, 12, 21, 16, 45)",
                "datetime(2018, 12, 21, 16, 45, tzinfo=None)",
                "datetime.datetime(2018, 12, 21, 15, 45, tzinfo=datetime.timezone.utc)",
                "datetime.datetime(2018, 12, 21, 16, 45, tzinfo=tzoffset(None, 3600))",
                "datetime.datetime(2018, 12, 21, 16, 45, tzinfo=tzoffset('CET', 3600))",
                "datetime.datetime(2018, 12, 21, 14, 45, 0, 1, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=82800)))",
                "datetime.datetime(2018, 12, 21, 16, 45, tzinfo=datetime.timezone(datetime.timedelta(0, 3600), 'CET'))",
                "datetime.datetime(2018, 12, 21, 10, 45, tzinfo=zoneinfo.ZoneInfo(key='America/New_York'))",
                "datetime.datetime(2018, 12, 21, 10, 45, tzinfo=ZoneInfo('America/New_York'))",
                "datetime.datetime(2018, 12, 21, 10, 45, tzinfo=tzfile('/usr/share/zoneinfo/America/New_York'))",
                "datetime.datetime(2018, 12, 21, 15, 45, tzinfo=<UTC>)",
                "datetime.datetime(2018, 12, 21, 10, 45, tzinfo=<DstTzInfo 'America/New_York' EST-1 day, 19:00:00 STD>)",
                "'2018-12-21T15:45:00Z'",
                "'2018-12-21T15:45:00+00:00'",
                "\"2018-12-21T16:45:00\"",
                "1545407100",
                "1545407100.0"
            })
    void understandsEveryZoneThatPythonPrints(String time) throws IOException {
        IngestReport report = MetricDump.read(
                stream("{'m': {'Datapoints': [{'Timestamp': " + time + ", 'Sum': 10.0}]}}"),
                ZoneId.of("Europe/Berlin"),
                counts,
                rejects);

        assertThat(report.damage()).isEmpty();
        assertThat(rejects.lines()).isEmpty();
        assertThat(counts.slots()).containsOnlyKeys(SLOT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Sum': 1.0} | A data point needs a Timestamp and a Sum or a SampleCount (column 24)",
                "{'Timestamp': '2018-12-21T15:45:00Z', 'Sum': None} | A count must be a number from 0 to 1000000000000000 (column 24)",
                "{'Timestamp': '2018-12-21T15:45:00Z', 'Sum': -1} | A count must be a number from 0 to 1000000000000000 (column 24)",
                "{'Timestamp': '2018-12-21T15:45:00Z', 'Sum': nan} | A count must be a number from 0 to 1000000000000000 (column 24)",
                "{'Timestamp': 'soon', 'Sum': 1} | 'soon' is not a time like 2026-11-21 08:05:00 or 2026-11-21T08:05:00Z (column 24)",
                "{'Timestamp': [], 'Sum': 1} | The time is empty (column 24)",
                "5 | A data point is a dictionary (column 24)"
            })
    void refusesADataPointAndGoesOn(String point, String reason) {
        IngestReport report = read("\n{'m': {'Datapoints': [ " + point + " , " + POINT + "]}}");

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.lines()).isEqualTo(2);
        assertThat(rejects.lines()).containsExactly(new Rejected(2, reason, point));
        assertThat(report.damage()).isEmpty();
    }

    @Test
    void aTimeThatIsThereAlreadyIsRefused() {
        read("{'m': {'Datapoints': [" + POINT + ",\n" + POINT + "]}}");

        assertThat(rejects.lines())
                .containsExactly(new Rejected(
                        2,
                        "m has a data point of that time already (column 1)",
                        "2018-12-21T15:45:00Z, 10000 thousandths"));
        assertThat(counts.totalThousandths(new SeriesId("m/all"))).isEqualTo(10_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'m': {'Datapoints': [%s]}, 'n': {'Datapoints': [%s} | line 1, column 214: the list that opened in line 1, column 130 goes on with ',' or ends with ']', but '}' stands here",
                "{'m': {'Datapoints': [%s] | line 1, column 107: the dictionary that opened in line 1, column 7 goes on with ',' or ends with '}', but the end of the file stands here",
                "{'m': {'Datapoints': [%s, {'Timestamp': datetime.datetime(2018, 12 | line 1, column 148: the call that opened in line 1, column 139 goes on with ',' or ends with ')', but the end of the file stands here",
                "{'m': {'Datapoints': [%s, {'Sum | line 1, column 109: the text that begins here is not closed with '",
                "{'m': {'Datapoints': [%s, {'Sum' 5 | line 1, column 115: a ':' was expected after the key Sum, but '5' stands here",
                "{'m': {'Datapoints': [%s]}, 'n': exit(1)} | line 1, column 115: the call of 'exit' is not made: only times and zones are understood",
                "{'m': {'Datapoints': [%s]}, 'n': __import__('os').system('x')} | line 1, column 115: the call of '__import__' is not made: only times and zones are understood",
                "{'m': {'Datapoints': [%s]}, 'n': nothing} | line 1, column 115: the name 'nothing' means nothing here",
                "{'m': {'Datapoints': [%s]}, 'n': 1.2.3} | line 1, column 115: '1.2.3' is not a number",
                "{'m': {'Datapoints': [%s]}, 'n': '\\q'} | line 1, column 117: \\q is no escape that is known here",
                "{'m': {'Datapoints': [%s]}, 'n': '\\u12'} | line 1, column 118: 4 hexadecimal digits were expected",
                "{'m': {'Datapoints': [%s]}, 'n': ?} | line 1, column 115: a value was expected, but '?' stands here",
                "{'m': {'Datapoints': [%s]}, 'n': datetime.datetime(2018)} | line 1, column 115: datetime needs at least year, month and day",
                "{'m': {'Datapoints': [%s]}, 'n': datetime.datetime(2018, 13, 1)} | line 1, column 115: Invalid value for MonthOfYear (valid values 1 - 12): 13",
                "{'m': {'Datapoints': [%s]}, 'n': datetime.datetime(2018, 'x', 1)} | line 1, column 115: the month must be a whole number",
                "{'m': {'Datapoints': [%s]}, 'n': datetime.datetime(2018, 1, 1, evil=1)} | line 1, column 115: datetime has no argument 'evil' here",
                "{'m': {'Datapoints': [%s]}, 'n': datetime.datetime(2018, 1, 1, tzinfo=5)} | line 1, column 115: the tzinfo of this time is no zone",
                "{'m': {'Datapoints': [%s]}, 'n': zoneinfo.ZoneInfo(key='Mars/Base')} | line 1, column 115: Unknown time-zone ID: Mars/Base",
                "{'m': {'Datapoints': [%s]}, 'n': <object at 0x7f>} | line 1, column 131: <object at 0x7f> is no zone",
                "{'m': {'Datapoints': [%s]}} } | line 1, column 110: a dump begins with { or [, not with '}'"
            })
    void saysWhereADumpIsDamagedAndKeepsWhatCameBefore(String text, String reason) {
        IngestReport report = read(text.replace("%s", POINT));

        assertThat(report.damage()).contains("The dump is damaged in " + reason);
        assertThat(rejects.lines()).containsExactly(new Rejected(0, "The dump is damaged in " + reason, ""));
        assertThat(counts.slots().get(SLOT)).containsEntry(new SeriesId("m/all"), Values.constant(5, 2));
    }

    @Test
    void nestingIsBounded() {
        assertThat(read("[".repeat(100_000)).damage())
                .contains("The dump is damaged in line 1, column 2: a '{' was expected");
        assertThat(read("{'m': " + "[".repeat(100_000)).damage())
                .contains("The dump is damaged in line 1, column 70: this is nested more than 64 levels deep");
    }

    @ParameterizedTest
    @CsvSource({"'', The dump is empty", "' ', The dump is empty", "{}, The dump holds no metric with Datapoints"})
    void saysWhenThereIsNothing(String text, String reason) {
        assertThat(read(text).damage()).contains(reason);
        assertThat(rejects.total()).isEqualTo(1);
    }

    @Test
    void successAndFailureAreKeptApartAlsoAsLoadBalancersNameThem() {
        read(
                """
                {"HTTPCode_Target_2XX_Count": {"Datapoints": [{"Timestamp": "2018-12-21T15:45:00Z", "Sum": 25}]},
                 "HTTPCode_ELB_5XX_Count": {"Datapoints": [{"Timestamp": "2018-12-21T15:45:00Z", "Sum": 5}]},
                 "HTTPCode_Target_5XX_Count": {"Datapoints": [{"Timestamp": "2018-12-21T15:45:00Z", "Sum": 10}]}}""");

        assertThat(counts.slots().get(SLOT))
                .containsEntry(new SeriesId("requests/status=2xx"), Values.constant(5, 5))
                .containsEntry(new SeriesId("requests/status=5xx"), Values.constant(5, 3))
                .containsEntry(new SeriesId("requests/all"), Values.constant(5, 8))
                .hasSize(3);
    }

    @Test
    void theSmallestDistanceIsThePeriodAndALonePointTakesThatOfTheOthers() {
        read(
                """
                {"response-code-200": {"Datapoints": [
                  {"Timestamp": "2018-12-21T15:45:00Z", "Sum": 3}, {"Timestamp": "2018-12-21T15:46:00Z", "Sum": 4},
                  {"Timestamp": "2018-12-21T15:49:00Z", "Sum": 5}]},
                 "response-code-5xx": {"Datapoints": [{"Timestamp": "2018-12-21T15:47:00Z", "Sum": 1}]}}""");

        assertThat(counts.slots().get(SLOT))
                .containsEntry(new SeriesId("requests/all"), Values.of(3, 4, 1, 0, 5))
                .containsEntry(new SeriesId("requests/status=5xx"), Values.of(0, 0, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void readsExactlyWhatTheGeneratorCounted(MetricDumpGenerator.Style style) throws IOException {
        Instant from = Instant.parse("2026-11-16T00:00:00Z");
        Instant to = from.plus(Duration.ofDays(2));
        MetricDumpGenerator generator = new MetricDumpGenerator(new Traffic(ZoneOffset.UTC, 100, 5, List.of()), style);

        for (GeneratedFile file : generator.files(from, to, Duration.ofDays(1)).toList()) {
            MetricDump.read(new ByteArrayInputStream(file.bytes()), counts, rejects);
        }

        SortedMap<SeriesId, TimeSeries> truth = generator.truth(from, to);
        assertThat(truth).hasSize(4);
        SortedMap<Slot, SortedMap<SeriesId, Values>> slots = counts.slots();
        truth.forEach((id, series) -> assertThat(perSlot(slots, id, from, series.size()))
                .as(id.name())
                .isEqualTo(series.values().toArray()));
        assertThat(rejects.isEmpty()).isTrue();
    }

    private static double[] perSlot(
            SortedMap<Slot, SortedMap<SeriesId, Values>> slots, SeriesId id, Instant from, int size) {
        double[] sums = new double[size];
        for (int i = 0; i < size; i++) {
            Values minutes = slots.get(new Slot(from).plus(i)).get(id);
            // In thousandths, for fifths do not sum to a whole number exactly.
            sums[i] = Math.round(minutes.stream().sum() * 1000) / 1000.0;
        }
        return sums;
    }

    @Test
    void aTruncatedFileCountsUpToWhereItBreaksOff() throws IOException {
        Instant from = Instant.parse("2026-11-16T00:00:00Z");
        GeneratedFile file = new MetricDumpGenerator(
                        new Traffic(ZoneOffset.UTC, 100, 5, List.of()), MetricDumpGenerator.Style.PYTHON)
                .files(from, from.plus(Duration.ofDays(1)), Duration.ofDays(1))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(file.bytes());
        }
        byte[] truncated = Arrays.copyOf(gzip.toByteArray(), gzip.size() / 2);

        IngestReport report =
                MetricDump.read(new GZIPInputStream(new ByteArrayInputStream(truncated)), counts, rejects);

        assertThat(report.damage()).hasValueSatisfying(reason -> assertThat(reason)
                .matches("The dump breaks off in line 1, column \\d+: Unexpected end of ZLIB input stream"));
        assertThat(report.accepted()).isBetween(100L, 800L);
    }

    @Test
    void aDumpThatDoesNotFitIsCountedAsFarAsItGoes() throws IOException {
        IngestReport report =
                MetricDump.read(stream("{'m': {'Datapoints': [" + POINT + "]}}"), new MinuteCounts(0), rejects);

        assertThat(report.damage())
                .hasValueSatisfying(reason -> assertThat(reason).contains("More than 0"));
    }

    private IngestReport read(String text) {
        try {
            return MetricDump.read(stream(text), counts, rejects);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
