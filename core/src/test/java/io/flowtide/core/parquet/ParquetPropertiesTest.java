package io.flowtide.core.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Whatever another writer writes, in whichever way, is read as it was. */
class ParquetPropertiesTest {

    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType(
            """
            message flow {
              required int32 version;
              optional int32 port;
              required int64 start;
              optional int64 bytes;
              required binary status (STRING);
              optional binary address (STRING);
            }""");

    private static final List<String> NAMES = List.of("version", "port", "start", "bytes", "status", "address");

    @Property(tries = 150)
    void whatIsReadIsWhatWasWritten(
            @ForAll("rows") List<Map<String, Object>> rows, @ForAll("styles") ParquetFiles.Style style)
            throws IOException {
        Path file = Files.createTempFile("rows", ".parquet");
        try {
            Files.delete(file);
            ParquetFiles.write(file, SCHEMA, style, rows);

            assertThat(read(Files.readAllBytes(file))).isEqualTo(rows);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    static List<Map<String, Object>> read(byte[] bytes) throws IOException {
        ParquetFile file = ParquetFile.open(ByteRanges.of(bytes));
        Rows rows = file.rows(file.columns());
        Value value = new Value();
        List<Map<String, Object>> result = new ArrayList<>();
        while (rows.next()) {
            Map<String, Object> row = new HashMap<>();
            for (int i = 0; i < file.columns().size(); i++) {
                if (rows.read(i, value)) {
                    row.put(file.columns().get(i).name(), plain(value));
                }
            }
            result.add(row);
        }
        return result;
    }

    private static Object plain(Value value) {
        return value.isText()
                ? new String(value.bytes(), value.from(), value.to() - value.from(), StandardCharsets.UTF_8)
                : (Object) value.number();
    }

    @Provide
    Arbitrary<ParquetFiles.Style> styles() {
        return Combinators.combine(
                        Arbitraries.of(WriterVersion.class),
                        Arbitraries.of(
                                CompressionCodecName.UNCOMPRESSED,
                                CompressionCodecName.SNAPPY,
                                CompressionCodecName.GZIP),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(3, 500))
                .as(ParquetFiles.Style::new);
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> rows() {
        Arbitrary<Long> ports = Arbitraries.longs().between(Integer.MIN_VALUE, Integer.MAX_VALUE);
        return Combinators.combine(
                        Arbitraries.longs().between(2, 10),
                        ports.injectNull(0.1),
                        Arbitraries.longs(),
                        Arbitraries.longs().injectNull(0.2),
                        Arbitraries.of("OK", "NODATA", "SKIPDATA"),
                        Arbitraries.strings()
                                .withCharRange('a', 'e')
                                .ofMaxLength(40)
                                .injectNull(0.2))
                .as(ParquetPropertiesTest::row)
                .list()
                .ofMaxSize(700);
    }

    private static Map<String, Object> row(Object... values) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                row.put(NAMES.get(i), values[i]);
            }
        }
        return row;
    }
}
