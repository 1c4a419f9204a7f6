package io.flowtide.core.flowlog;

import static io.flowtide.core.flowlog.FlowLogs.START;
import static io.flowtide.core.flowlog.FlowLogs.bytes;
import static io.flowtide.core.flowlog.FlowLogs.concat;
import static io.flowtide.core.flowlog.FlowLogs.gzip;
import static io.flowtide.core.flowlog.FlowLogs.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not what they should be: what can be read is read, and one message says what is wrong. */
class BrokenFilesTest {

    private static final String RECORD = record(START, START + 60, 100, 1, "ACCEPT");

    private final RejectedLines rejects = new RejectedLines();

    private IngestReport read(byte[] file) {
        return FlowLogs.read(file, IngestOptions.defaults(), rejects);
    }

    @Test
    void severalGzipMembersAreOneFile() {
        byte[] header = bytes(FlowFormat.DEFAULT + "\n");
        IngestReport report = read(concat(gzip(header), gzip(bytes(RECORD)), gzip(bytes(RECORD)), new byte[512]));

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.damage()).isEmpty();
        assertThat(report.format()).endsWith(", gzip");
    }

    @Test
    void whatComesBeforeTheEndOfATruncatedGzipCounts() {
        byte[] stored = gzip(bytes(varied(2000)));
        IngestReport report = read(Arrays.copyOf(stored, stored.length / 2));

        assertThat(report.accepted()).isBetween(500L, 1500L);
        assertThat(report.damage()).hasValue("Truncated gzip at byte " + stored.length / 2 + " of the compressed file");
        assertThat(rejects.lines()).extracting(Rejected::reason).contains("the file breaks off within this line");
    }

    @Test
    void aGzipWithoutItsTrailerIsTruncated() {
        byte[] stored = gzip(bytes(RECORD));
        IngestReport report = read(Arrays.copyOf(stored, stored.length - 3));

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.damage())
                .hasValueSatisfying(damage -> assertThat(damage).startsWith("Truncated gzip"));
    }

    @Test
    void aWrongChecksumIsSaid() {
        byte[] stored = gzip(bytes(RECORD));
        stored[stored.length - 8] ^= 1;

        assertThat(read(stored).damage())
                .hasValueSatisfying(damage -> assertThat(damage).contains("checksum does not match"));
    }

    @Test
    void corruptDeflateIsSaidWithItsPlace() {
        byte[] stored = gzip(bytes(varied(2000)));
        Arrays.fill(stored, stored.length / 2, stored.length / 2 + 20, (byte) 0xFF);

        assertThat(read(stored).damage())
                .hasValueSatisfying(
                        damage -> assertThat(damage).startsWith("Corrupt gzip").contains("of the compressed file"));
    }

    @Test
    void whatFollowsTheGzipIsSaid() {
        IngestReport report = read(concat(gzip(bytes(RECORD)), bytes("garbage")));

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.damage())
                .hasValueSatisfying(damage -> assertThat(damage).startsWith("What follows the last gzip member"));
    }

    @Test
    void aGzipHeaderMayHaveAllItsParts() {
        byte[] plain = gzip(bytes(RECORD));
        byte[] header = {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 'x', 'y', 'n', 0, 'c', 0, 1, 2};
        byte[] whole = concat(header, Arrays.copyOfRange(plain, 10, plain.length));

        assertThat(read(whole).accepted()).isEqualTo(1);
        for (int length = 2; length < header.length; length++) {
            assertThat(read(Arrays.copyOf(whole, length)).damage())
                    .hasValue("Truncated gzip at byte " + length + " of the compressed file");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "504B030414, a zip file",
        "28B52FFD, a zstandard file",
        "7F454C4602010100, binary data (it starts with the bytes 7f 45 4c 46 02 01 01 00)",
        "FEEDFACECAFEBEEF, binary data (it starts with the bytes fe ed fa ce ca fe be ef)"
    })
    void aForeignFileIsRefusedOnce(String hex, String what) {
        byte[] file = concat(HexFormat.of().parseHex(hex), bytes("\n\n\n\n\n"));

        assertThat(read(file).damage())
                .hasValueSatisfying(damage -> assertThat(damage).startsWith("a.log is " + what));
        assertThat(rejects.total()).isEqualTo(1);
        assertThat(read(gzip(file)).damage()).isPresent();
    }

    @Test
    void gzipWithinGzipIsForeign() {
        assertThat(read(gzip(gzip(bytes(RECORD)))).damage())
                .hasValueSatisfying(damage -> assertThat(damage).contains("gzip within gzip"));
    }

    @Test
    void anOverlongLineIsRefusedAndItsNeighboursAreRead() {
        String overlong = "x".repeat(1_000_000);
        IngestReport report = FlowLogs.read(RECORD + overlong + "\n" + RECORD + overlong, rejects);

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(rejects.lines()).extracting(Rejected::line).containsExactly(2L, 4L);
        assertThat(rejects.lines()).allSatisfy(rejected -> {
            assertThat(rejected.reason()).isEqualTo("the line is longer than 65536 bytes");
            assertThat(rejected.text()).hasSizeLessThan(600);
        });
    }

    @Test
    void linesThatAreBrokenOffBetweenBlocksArePutTogether() {
        String text = varied(10_000);
        IngestReport report = FlowLogs.read(text + "odd one\n" + RECORD, rejects);

        assertThat(report.accepted()).isEqualTo(10_001);
        assertThat(rejects.lines()).extracting(Rejected::line).containsExactly(10_001L);
    }

    private static String varied(int records) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < records; i++) {
            text.append(record(START + i % 300, START + i % 300 + 60, 37L * i * i % 100_000, 1 + i % 97, "ACCEPT"));
        }
        return text.toString();
    }
}
