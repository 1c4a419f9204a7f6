package io.flowtide.core.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the end of a file says of it.
 *
 * @param columns those at the top level that are no lists, in order
 * @param rows how many in all
 * @param rowGroups as the file has them
 */
record Footer(List<Column> columns, long rows, List<ThriftStruct> rowGroups) {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    /** Length and magic behind the metadata. */
    private static final int TAIL = 8;
    /** What is read at once, in the hope that it holds all the metadata. */
    private static final int FIRST_READ = 1 << 16;
    /** A flow log of a thousand row groups has less than a tenth of this. */
    private static final int LONGEST = 1 << 23;

    private static final int SCHEMA = 2;
    private static final int ROWS = 3;
    private static final int ROW_GROUPS = 4;

    static Footer read(ByteRanges file) throws IOException {
        int ahead = (int) Math.min(file.size(), FIRST_READ);
        byte[] end = read(file, ahead);
        int length = length(end, file.size());
        return parse(length + TAIL <= ahead ? end : read(file, length + TAIL), length);
    }

    private static byte[] read(ByteRanges file, int length) throws IOException {
        byte[] end = new byte[length];
        file.read(file.size() - length, end, 0, length);
        return end;
    }

    private static int length(byte[] end, long fileSize) throws ParquetException {
        int magic = end.length - MAGIC.length;
        if (fileSize < TAIL + MAGIC.length || !Arrays.equals(end, magic, end.length, MAGIC, 0, MAGIC.length)) {
            throw new ParquetException("The Parquet file is cut off: its last bytes are no PAR1, and without its end"
                    + " nothing of it can be read");
        }
        long length = Integer.toUnsignedLong(LittleEndian.int32(end, end.length - TAIL));
        if (length > Math.min(LONGEST, fileSize - TAIL)) {
            throw new ParquetException("Malformed metadata (it would be " + length + " bytes long)");
        }
        return (int) length;
    }

    private static Footer parse(byte[] end, int length) throws ParquetException {
        int from = end.length - TAIL - length;
        ThriftStruct file = new ThriftReader(end, from, from + length).struct();
        return new Footer(columns(file.structs(SCHEMA)), file.number(ROWS), file.structs(ROW_GROUPS));
    }

    /** The schema is a tree, written depth first, the whole before its parts. */
    private static List<Column> columns(List<ThriftStruct> schema) throws ParquetException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i < schema.size(); i = behind(schema, i)) {
            if (Column.children(schema.get(i)) == 0) {
                Column.of(schema.get(i)).ifPresent(columns::add);
            }
        }
        return List.copyOf(columns);
    }

    /** The index behind all parts of an element. */
    private static int behind(List<ThriftStruct> schema, int index) {
        long left = 1;
        int next = index;
        while (left > 0 && next < schema.size()) {
            left += Column.children(schema.get(next)) - 1;
            next++;
        }
        return next;
    }
}
