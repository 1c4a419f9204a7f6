package io.flowtide.core.csv;

import io.flowtide.core.series.TimeSeries;
import java.io.IOException;

/** Writes {@code Timestamp,Value} with a header, times in UTC; a gap has no row. */
public final class SeriesCsvWriter {

    private SeriesCsvWriter() {}

    public static void write(TimeSeries series, Appendable out) throws IOException {
        out.append("Timestamp,Value\n");
        for (int i = 0; i < series.size(); i++) {
            if (!series.values().isMissing(i)) {
                out.append(series.time(i).toString()).append(',');
                out.append(Numbers.format(series.values().get(i))).append('\n');
            }
        }
    }
}
