package io.flowtide.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.flowlog.Rejected;
import io.flowtide.core.flowlog.RejectedLines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesCsvTest {

    private static final CsvOptions BERLIN = CsvOptions.in(ZoneId.of("Europe/Berlin"));

    private final RejectedLines rejects = new RejectedLines();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Timestamp,Value\n2026-11-21 08:05:00,7\n2026-11-21 08:10:00,8.5\n",
                "2026-11-21 08:05:00,7\n2026-11-21 08:10:00,8.5",
                "2026-11-21T08:05Z,7\r\n2026-11-21T08:10Z,8.5\r\n",
                "\n\n2026-11-21 08:05,7\n\n2026-11-21 08:10,8.5\n\n",
                ",SampleCount\n2026-11-21 08:05:00,7.0\n2026-11-21 08:10:00,8.5",
                "ts,visitCount\n2026-11-21 09:05:00+01:00,7\n2026-11-21 09:10:00+0100,8.5",
                "id;value;weekday_string\r\n2026-11-21_08-05;7;Samstag\r\n2026-11-21_08-10;8.5;Samstag\r\n",
                "\"Timestamp\",\"Value\"\n\"2026-11-21 08:05:00\",\"7\"\n\"2026-11-21 08:10:00\",\" 8.5 \"\n",
                "value\ttimestamp\n7\t2026-11-21 08:05\n8.5\t2026-11-21 08:10",
                "1795248300,7\n1795248600,8.5",
                "1795248300000,7,more,columns\n1795248600000,8.5,than,needed",
                "1795248300000000,7\n1795248600000000000,8.5",
                "1795248300.0,7\n1795248600.00,8.5",
                "20261121T080500Z,7\n20261121T081000Z,8.5",
                "2026/11/21 08:05:00.000,7\n2026/11/21 08:10:00.000 UTC,8.5",
                "2026-11-21 08:10:00,8.5\n2026-11-21 08:05:00,7\n"
            })
    void readsWhatPeopleHave(String text) {
        CsvReport report = read(text);

        assertThat(rejects.lines()).isEmpty();
        assertThat(report.damage()).isEmpty();
        assertThat(shown(report.points())).containsExactly("2026-11-21T08:05:00Z=7", "2026-11-21T08:10:00Z=8.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-8"})
    void aByteOrderMarkIsNoPartOfTheFirstName(String charset) throws IOException {
        String mark = charset.equals("UTF-16") ? "" : "\uFEFF";
        byte[] bytes = (mark + "timestamp,value\n2026-11-21 08:05,7\n").getBytes(Charset.forName(charset));

        CsvReport report = SeriesCsv.read(new ByteArrayInputStream(bytes), CsvOptions.utc(), rejects);

        assertThat(shown(report.points())).containsExactly("2026-11-21T08:05:00Z=7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            2026-11-21 08:10,many     | 'many' is not a number
            2026-11-21 08:10,1d       | '1d' is not a number
            2026-11-21 08:10,Infinity | 'Infinity' is not a number
            2026-11-21 08:10,1e999    | '1e999' is not a number
            2026-11-21 08:10,--1      | '--1' is not a number
            2026-11-21 08:10          | The row has 1 of the 2 columns that are needed
            ,7                        | The time is empty
            21.11.2026 08:10,7        | '21.11.2026 08:10' is not a time like 2026-11-21 08:05:00 or 2026-11-21T08:05:00Z
            2026-02-30 08:10,7        | '2026-02-30 08:10' is not a time: Invalid date 'FEBRUARY 30'
            2026-11-21 25:10,7        | '2026-11-21 25:10' is not a time: Invalid value for HourOfDay (valid values 0 - 23): 25
            2026-11-21 08:10+99:00,7  | '+99:00' is not an offset from UTC
            2026-11-21 08:00,7        | The time 2026-11-21T08:00:00Z stands already in line 2
            """)
    void refusesARowWithItsLineAndReasonAndGoesOn(String row, String reason) {
        CsvReport report = read("Timestamp,Value\n2026-11-21 08:00,1\n" + row + "\n2026-11-21 08:15,2\n");

        assertThat(shown(report.points())).containsExactly("2026-11-21T08:00:00Z=1", "2026-11-21T08:15:00Z=2");
        assertThat(rejects.lines()).hasSize(1);
        assertThat(rejects.lines().get(0).line()).isEqualTo(3);
        assertThat(rejects.lines().get(0).reason()).isEqualTo(reason);
        assertThat(report.accepted() + report.rejected()).isEqualTo(3);
        assertThat(report.damage()).isEmpty();
    }

    @Test
    void aValueThatIsCalledMissingIsAGap() {
        CsvReport report = read("2026-11-21 08:00,\n2026-11-21 08:05,NaN\n2026-11-21 08:10,null\n");

        assertThat(shown(report.points()))
                .containsExactly("2026-11-21T08:00:00Z=", "2026-11-21T08:05:00Z=", "2026-11-21T08:10:00Z=");
        assertThat(rejects.isEmpty()).isTrue();
    }

    @Test
    void theHourThatComesTwiceIsToldByTheOrderOfTheRows() {
        CsvReport report = read(
                "2026-10-25 01:30,1\n2026-10-25 02:00,2\n2026-10-25 02:30,3\n2026-10-25 02:00,4\n2026-10-25 02:30,5\n"
                        + "2026-10-25 03:00,6\n",
                BERLIN);

        assertThat(shown(report.points()))
                .containsExactly(
                        "2026-10-24T23:30:00Z=1",
                        "2026-10-25T00:00:00Z=2",
                        "2026-10-25T00:30:00Z=3",
                        "2026-10-25T01:00:00Z=4",
                        "2026-10-25T01:30:00Z=5",
                        "2026-10-25T02:00:00Z=6");
        assertThat(report.notes())
                .containsExactly("From line 2 on: times from 2026-10-25T02:00 to 2026-10-25T03:00 come twice in "
                        + "Europe/Berlin, where clocks were put back; in the order of the rows 2 were taken as +02:00 "
                        + "and 2 as +01:00");
    }

    @Test
    void theHourThatClocksSkipIsRefused() {
        read("2026-03-29 01:55,1\n2026-03-29 02:30,2\n2026-03-29 03:00,3\n", BERLIN);

        assertThat(rejects.lines()).extracting(Rejected::line).containsExactly(2L);
        assertThat(rejects.lines().get(0).reason())
                .contains("2026-03-29T02:30 does not exist in Europe/Berlin")
                .contains("another zone");
    }

    @Test
    void takesOneSeriesOfSeveral() {
        String text = "bucket_start,series,value\n2026-11-21T08:00:00Z,requests/all,7\n"
                + "2026-11-21T08:00:00Z,bytes/all,700\n2026-11-21T08:05:00Z,requests/all,8\n";

        CsvReport chosen = read(text, CsvOptions.utc().withSeries("requests/all"));
        assertThat(shown(chosen.points())).containsExactly("2026-11-21T08:00:00Z=7", "2026-11-21T08:05:00Z=8");
        assertThat(chosen.otherSeries()).isEqualTo(1);

        assertThat(read(text).damage())
                .contains("The file holds several series, say which one is meant: bytes/all, requests/all");
        assertThat(read(text, CsvOptions.utc().withSeries("x/all")).damage())
                .contains("The file holds no series 'x/all', but bytes/all, requests/all");
    }

    @Test
    void saysWhatIsWrongWithAFileAsAWhole() throws IOException {
        byte[] garbage = new byte[5000];
        new Random(1).nextBytes(garbage);

        assertThat(read("").damage()).contains("The file is empty");
        assertThat(read("\n\n").damage()).contains("The file holds no row");
        assertThat(SeriesCsv.read(new ByteArrayInputStream(garbage), CsvOptions.utc(), rejects)
                        .damage())
                .contains("The file is not text; rows of Timestamp,Value were expected");
        assertThat(rejects.lines()).hasSize(3).extracting(Rejected::line).containsOnly(0L);
    }

    @Test
    void keepsWhatCameBeforeTheDamage() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(1_795_248_300L + 60 * i)
                    .append(',')
                    .append(i * 7919 % 1000)
                    .append('\n');
        }
        byte[] whole = gzip(text.toString());
        byte[] truncated = java.util.Arrays.copyOf(whole, whole.length / 2);

        CsvReport report =
                SeriesCsv.read(new GZIPInputStream(new ByteArrayInputStream(truncated)), CsvOptions.utc(), rejects);

        assertThat(report.accepted()).isBetween(5_000L, 15_000L);
        assertThat(report.damage()).hasValueSatisfying(reason -> assertThat(reason)
                .isEqualTo("The file breaks off after line " + report.accepted()
                        + ": Unexpected end of ZLIB input stream"));
        assertThat(rejects.total()).isEqualTo(1);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private CsvReport read(String text) {
        return read(text, CsvOptions.utc());
    }

    private CsvReport read(String text, CsvOptions options) {
        try {
            return SeriesCsv.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), options, rejects);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<String> shown(Points points) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Instant time = points.time(i);
            shown.add(time + "=" + Numbers.format(points.value(i)));
        }
        return shown;
    }
}
