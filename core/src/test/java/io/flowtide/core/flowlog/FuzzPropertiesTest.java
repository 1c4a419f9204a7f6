package io.flowtide.core.flowlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.parquet.ParquetFiles;
import io.flowtide.core.parquet.ParquetFiles.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Whatever the bytes, reading ends with a report that accounts for every line; it never throws. */
class FuzzPropertiesTest {

    private static final String LOG = FlowFormat.DEFAULT + "\n"
            + FlowLogs.record(FlowLogs.START, FlowLogs.START + 60, 1000, 10, "ACCEPT")
            + "2 1 eni-1 - - - - - - - 1431280876 1431280934 - NODATA\r\n\n"
            + FlowLogs.record(FlowLogs.START, FlowLogs.START + 600, 1000, 10, "REJECT");

    private static final IngestOptions ENRICHED = IngestOptions.parse(
                    "requests,bytes,packets", "action,pair,zones,service", "start")
            .withEnrichment(Enrichment.NONE.withServices(EndDimensionsTest.MAP).withDependencies());

    @Property
    void randomBytes(@ForAll byte[] bytes) {
        accountedFor(bytes);
    }

    @Property
    void randomWords(@ForAll("words") List<String> words) {
        accountedFor(FlowLogs.bytes(String.join("", words)));
    }

    @Property
    void aLogWithSomeBytesChanged(@ForAll Random random) {
        accountedFor(mutated(LOG.repeat(3).getBytes(StandardCharsets.UTF_8), random));
    }

    @Property
    void aGzipWithSomeBytesChanged(@ForAll Random random) {
        accountedFor(mutated(FlowLogs.gzip(FlowLogs.bytes(LOG.repeat(3))), random));
    }

    @Property(tries = 2000)
    void aParquetFileWithSomeBytesChanged(@ForAll("parquetFiles") byte[] file, @ForAll Random random) {
        accountedFor(mutated(file.clone(), random));
    }

    @Provide
    Arbitrary<byte[]> parquetFiles() throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (long i = 0; i < 40; i++) {
            rows.add(Map.of("start", FlowLogs.START + i, "bytes", i * i, "packets", i, "action", "ACCEPT" + i % 3));
        }
        MessageType schema =
                MessageTypeParser.parseMessageType("message m { required int64 start; optional int64 bytes;"
                        + " optional int64 packets; optional binary action (STRING); }");
        List<byte[]> files = new ArrayList<>();
        Path folder = Files.createTempDirectory("fuzz");
        for (WriterVersion version : WriterVersion.values()) {
            for (boolean dictionary : List.of(true, false)) {
                Path file = folder.resolve(version + "-" + dictionary);
                ParquetFiles.write(file, schema, new Style(version, CompressionCodecName.SNAPPY, dictionary, 15), rows);
                files.add(Files.readAllBytes(file));
                Files.delete(file);
            }
        }
        Files.delete(folder);
        return Arbitraries.of(files);
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void accountedFor(byte[] bytes) {
        RejectedLines rejects = new RejectedLines();
        IngestReport report = FlowLogs.read(bytes, IngestOptions.defaults(), rejects);

        assertThat(rejects.total()).isGreaterThanOrEqualTo(report.rejected());
        assertThat(rejects.total() > report.rejected())
                .isEqualTo(report.damage().isPresent());
        assertThat(FlowLogs.read(bytes, ENRICHED, RejectSink.none()).accepted())
                .as("what is accepted does not depend on what is counted")
                .isEqualTo(report.accepted());
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(
                        " ",
                        " ",
                        " ",
                        "\n",
                        "\r\n",
                        "2",
                        "-",
                        "OK",
                        "NODATA",
                        "start",
                        "end",
                        "bytes",
                        "packets",
                        "log-status",
                        "1431280876",
                        "99999999999999999999",
                        "ACCEPT",
                        "\u0000",
                        "ü",
                        "{",
                        "${start}")
                .list()
                .ofMaxSize(80);
    }
}
