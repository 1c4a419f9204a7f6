package io.flowtide.core.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;

/** Writes Parquet files with the library that nearly everybody else uses. */
public final class ParquetFiles {

    /**
     * How a file is written.
     *
     * @param version of the pages
     * @param codec of the pages
     * @param dictionary whether values are looked up in one
     * @param pageRows the most rows of a page
     */
    public record Style(WriterVersion version, CompressionCodecName codec, boolean dictionary, int pageRows) {

        /** As AWS writes flow logs. */
        public static final Style AWS = new Style(WriterVersion.PARQUET_1_0, CompressionCodecName.GZIP, true, 20_000);
    }

    private ParquetFiles() {}

    /** @param rows by name of the column, {@link Long} or {@link String}; what is not there is missing */
    public static void write(Path file, MessageType schema, Style style, List<Map<String, Object>> rows)
            throws IOException {
        SimpleGroupFactory groups = new SimpleGroupFactory(schema);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(schema)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs())
                .withWriterVersion(style.version)
                .withCompressionCodec(style.codec)
                .withDictionaryEncoding(style.dictionary)
                .withPageRowCountLimit(style.pageRows)
                .withRowGroupRowCountLimit(3 * style.pageRows)
                .build()) {
            for (Map<String, Object> row : rows) {
                Group group = groups.newGroup();
                row.forEach((name, value) -> add(group, schema.getType(name).asPrimitiveType(), name, value));
                writer.write(group);
            }
        }
    }

    private static void add(Group group, PrimitiveType type, String name, Object value) {
        switch (type.getPrimitiveTypeName()) {
            case INT32 -> group.add(name, ((Long) value).intValue());
            case INT64 -> group.add(name, (Long) value);
            default -> group.add(name, (String) value);
        }
    }
}
