package io.flowtide.sagemaker;

import io.flowtide.core.csv.BadTimeException;
import io.flowtide.core.csv.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of {@code Timestamp,Value,Std}.
 *
 * @param time the start of the bucket
 * @param value the expected value
 * @param deviation its standard deviation
 */
record MeanRow(Instant time, double value, double deviation) {

    private static final String HEADER = "Timestamp";
    private static final int COLUMNS = 3;

    /** @throws EndpointException when a row is none; the message quotes it */
    static List<MeanRow> read(String endpoint, byte[] csv) {
        Timestamps times = new Timestamps(ZoneOffset.UTC);
        List<MeanRow> rows = new ArrayList<>();
        for (String line : new String(csv, StandardCharsets.UTF_8).lines().toList()) {
            if (!line.isBlank() && !line.startsWith(HEADER)) {
                rows.add(row(endpoint, times, line, rows.size() + 1L));
            }
        }
        return rows;
    }

    private static MeanRow row(String endpoint, Timestamps times, String line, long number) {
        String[] cells = line.split(",", -1);
        try {
            if (cells.length == COLUMNS) {
                return new MeanRow(
                        times.parse(cells[0].strip(), number),
                        Double.parseDouble(cells[1].strip()),
                        Double.parseDouble(cells[2].strip()));
            }
        } catch (BadTimeException | NumberFormatException malformed) {
            throw new EndpointException(endpoint, "answered a row that can't be read: " + line, malformed);
        }
        throw new EndpointException(endpoint, "answered a row that is not Timestamp,Value,Std: " + line);
    }
}
