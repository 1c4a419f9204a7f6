package io.flowtide.core.parquet;

import java.util.Optional;

/**
 * A column.
 *
 * @param name as the file has it
 * @param type of its values
 * @param optional a value may be missing
 * @param divisor what its numbers are divided by to give whole seconds or milliseconds: 1 unless it holds timestamps in
 *     finer units
 */
public record Column(String name, PhysicalType type, boolean optional, long divisor) {

    private static final int TYPE = 1;
    private static final int REPETITION = 3;
    private static final int NAME = 4;
    private static final int CHILDREN = 5;
    private static final int CONVERTED_TYPE = 6;
    private static final int LOGICAL_TYPE = 10;

    private static final int REPEATED = 2;
    private static final int TIMESTAMP_MICROS = 10;
    private static final int TIMESTAMP = 8;
    private static final int UNIT = 2;
    private static final int MICROS = 2;
    private static final int NANOS = 3;

    /** How many fields a schema element holds, 0 for a column. */
    static int children(ThriftStruct element) {
        return (int) Math.max(
                0, Math.min(Integer.MAX_VALUE, element.optionalNumber(CHILDREN).orElse(0L)));
    }

    /** Empty when the column is a list. */
    static Optional<Column> of(ThriftStruct element) throws ParquetException {
        long repetition = element.optionalNumber(REPETITION).orElse(0L);
        return repetition == REPEATED
                ? Optional.empty()
                : Optional.of(new Column(
                        element.text(NAME), PhysicalType.of(element.number(TYPE)), repetition != 0, divisor(element)));
    }

    private static long divisor(ThriftStruct element) {
        Optional<ThriftStruct> unit = element.optionalStruct(LOGICAL_TYPE)
                .flatMap(logical -> logical.optionalStruct(TIMESTAMP))
                .flatMap(timestamp -> timestamp.optionalStruct(UNIT));
        if (unit.isPresent() && unit.get().has(NANOS)) {
            return 1_000_000;
        }
        boolean micros = unit.isPresent()
                ? unit.get().has(MICROS)
                : element.optionalNumber(CONVERTED_TYPE).orElse(0L) == TIMESTAMP_MICROS;
        return micros ? 1000 : 1;
    }
}
