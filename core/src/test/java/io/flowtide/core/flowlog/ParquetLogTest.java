package io.flowtide.core.flowlog;

import static io.flowtide.core.flowlog.FlowLogs.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.parquet.ByteRanges;
import io.flowtide.core.parquet.ParquetFiles;
import io.flowtide.core.series.SeriesId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetLogTest {

    private static final IngestOptions PER_ACTION_AND_SUBNET =
            IngestOptions.parse("requests,bytes,packets", "action,subnet", "proportional");

    @TempDir
    private Path folder;

    private final RejectedLines rejects = new RejectedLines();

    /** As AWS types them: every field there is. */
    private static MessageType awsSchema() {
        StringBuilder schema = new StringBuilder("message flow {");
        for (FlowField field : FlowField.values()) {
            String type = field.type() == FlowField.Type.STRING
                    ? "binary " + field.columnName() + " (STRING)"
                    : field.type().name().replace("_", "").toLowerCase() + " " + field.columnName();
            schema.append("optional ").append(type).append(";");
        }
        return MessageTypeParser.parseMessageType(schema.append("}").toString());
    }

    private static Map<String, Object> row(long start, long end, long bytes, long packets, String action) {
        return new HashMap<>(Map.of(
                "version", 5L,
                "interface_id", "eni-1",
                "subnet_id", "subnet-" + bytes % 3,
                "start", start,
                "end", end,
                "bytes", bytes,
                "packets", packets,
                "action", action,
                "log_status", "OK"));
    }

    private byte[] file(ParquetFiles.Style style, List<Map<String, Object>> rows) throws IOException {
        Path file = folder.resolve("flow" + Files.list(folder).count() + ".log.parquet");
        ParquetFiles.write(file, awsSchema(), style, rows);
        return Files.readAllBytes(file);
    }

    private IngestReport read(byte[] file) {
        return FlowLogs.read(file, PER_ACTION_AND_SUBNET, rejects);
    }

    @Test
    void rowsCountAsTheSameRecordsInTextDo() throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        StringBuilder text = new StringBuilder("version subnet-id start end bytes packets action log-status\n");
        for (int i = 0; i < 5_000; i++) {
            long start = START + i % 700;
            long end = start + i % 97;
            String action = i % 7 == 0 ? "REJECT" : "ACCEPT";
            rows.add(row(start, end, 31L * i, i, action));
            text.append("5 subnet-%d %d %d %d %d %s OK\n".formatted(31L * i % 3, start, end, 31L * i, i, action));
        }

        IngestReport report = read(file(ParquetFiles.Style.AWS, rows));

        assertThat(report.format()).isEqualTo("Parquet, 60 columns");
        assertThat(report.accepted()).isEqualTo(5_000);
        assertThat(report.counts().slots())
                .isEqualTo(read(FlowLogs.bytes(text.toString())).counts().slots());
        assertThat(rejects.isEmpty()).isTrue();
    }

    @Test
    void rowsWithoutTrafficAndUnusableOnesAreCounted() throws IOException {
        Map<String, Object> noData = row(START, START + 60, 1, 1, "-");
        noData.put("log_status", "NODATA");
        noData.keySet().removeAll(List.of("bytes", "packets", "action"));
        Map<String, Object> skipData = new HashMap<>(noData);
        skipData.put("log_status", "SKIPDATA");

        IngestReport report = read(file(
                ParquetFiles.Style.AWS,
                List.of(noData, skipData, row(START, START, 7, 1, "ACCEPT"), row(START, START, -7, 1, "ACCEPT"))));

        assertThat(List.of(report.lines(), report.accepted(), report.noData(), report.skipData(), report.rejected()))
                .containsExactly(4L, 1L, 1L, 1L, 1L);
        assertThat(rejects.lines()).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(4);
            assertThat(rejected.reason()).startsWith("bytes is '-7'");
        });
    }

    @Test
    void aFileWithoutItsEndIsRefused() throws IOException {
        byte[] file = file(ParquetFiles.Style.AWS, List.of(row(START, START, 7, 1, "ACCEPT")));

        assertThat(read(Arrays.copyOf(file, file.length - 1)).damage())
                .hasValueSatisfying(damage -> assertThat(damage).startsWith("The Parquet file is cut off"));
    }

    @Test
    void whatComesBeforeADamagedPageCounts() throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            rows.add(row(START, START, 1000L + i, 1, "ACCEPT"));
        }
        byte[] file = file(gzip(100), rows);
        // In the middle lies a page of the second row group or later; the footer stays whole.
        Arrays.fill(file, file.length / 3, file.length / 3 + 40, (byte) 0x55);

        IngestReport report = read(file);

        assertThat(report.accepted()).isBetween(100L, 999L);
        assertThat(report.accepted() % 100).isZero();
        assertThat(report.damage()).hasValueSatisfying(damage -> assertThat(damage)
                .startsWith("The Parquet file can't be read from row " + (report.accepted() + 1) + " on: "));
        assertThat(report.counts().totalThousandths(SeriesId.total("requests"))).isEqualTo(report.accepted() * 1000);
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws IOException {
        Path file = folder.resolve("other.parquet");
        MessageType schema = MessageTypeParser.parseMessageType("message m { required int64 x; required binary y; }");
        ParquetFiles.write(file, schema, ParquetFiles.Style.AWS, List.of(Map.of("x", 1L, "y", "z")));

        assertThat(read(Files.readAllBytes(file)).damage())
                .hasValue("a.log is a Parquet file, but no flow log: its columns are x y");
    }

    @Test
    void aFileWithoutStartIsRefusedAndItsRowsAreCounted() throws IOException {
        Path file = folder.resolve("other.parquet");
        MessageType schema =
                MessageTypeParser.parseMessageType("message m { required int64 bytes; required int64 packets; }");
        ParquetFiles.write(
                file,
                schema,
                ParquetFiles.Style.AWS,
                List.of(Map.of("bytes", 1L, "packets", 2L), Map.of("bytes", 1L, "packets", 2L)));

        IngestReport report = read(Files.readAllBytes(file));

        assertThat(report.damage()).hasValue("the flow log has no column start, only: bytes packets");
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(rejects.total()).isEqualTo(3);
    }

    @Test
    void timestampsInFinerUnitsAreTaken() throws IOException {
        Path file = folder.resolve("micros.parquet");
        MessageType schema = MessageTypeParser.parseMessageType(
                "message m { required int64 start (TIMESTAMP(MICROS,true)); required int64 end (TIMESTAMP(NANOS,true));"
                        + " required int64 bytes; required int64 packets; }");
        Map<String, Object> row =
                Map.of("start", START * 1_000_000, "end", (START + 60) * 1_000_000_000, "bytes", 6L, "packets", 1L);
        ParquetFiles.write(file, schema, ParquetFiles.Style.AWS, List.of(row));

        IngestReport report = read(Files.readAllBytes(file));

        assertThat(report.times().orElseThrow().first()).isEqualTo(Instant.ofEpochSecond(START));
        assertThat(report.times().orElseThrow().last()).isEqualTo(Instant.ofEpochSecond(START + 60));
    }

    @Test
    void aLargeFileIsReadFromAStreamFromGzipAndInParts() throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (long i = 0; i < 10_000; i++) {
            Map<String, Object> row = row(START, START + 1, i, i, "ACCEPT");
            row.put("interface_id", "x".repeat(1000));
            rows.add(row);
        }
        byte[] file = file(plain(20_000), rows);

        assertThat(file.length).isGreaterThan(SpooledFile.SMALL);
        assertThat(read(file).accepted()).isEqualTo(10_000);
        assertThat(read(FlowLogs.gzip(file)).format()).isEqualTo("Parquet, 60 columns, gzip");
        IngestReport inParts = Ingest.read(
                "a", new ByteArrayInputStream(file), () -> ByteRanges.of(file), PER_ACTION_AND_SUBNET, rejects);
        assertThat(inParts.accepted()).isEqualTo(10_000);
    }

    private static ParquetFiles.Style gzip(int pageRows) {
        return new ParquetFiles.Style(WriterVersion.PARQUET_1_0, CompressionCodecName.GZIP, false, pageRows);
    }

    private static ParquetFiles.Style plain(int pageRows) {
        return new ParquetFiles.Style(WriterVersion.PARQUET_1_0, CompressionCodecName.UNCOMPRESSED, false, pageRows);
    }
}
