package io.flowtide.core.csv;

import java.util.List;
import java.util.Optional;

/**
 * What became of a CSV. Every row is in exactly one of {@code accepted}, {@code otherSeries} and {@code rejected}.
 *
 * @param points what was read, sorted; of a damaged file, all that came before the damage
 * @param accepted rows that are points now
 * @param otherSeries rows of series that were not asked for
 * @param rejected rows that could not be used; each went to the sink, with its line and reason
 * @param notes what a person should know about how the rows were understood, one sentence each
 * @param damage what kept the file, or the rest of it, from being read; it went to the sink as well
 */
public record CsvReport(
        Points points, long accepted, long otherSeries, long rejected, List<String> notes, Optional<String> damage) {

    public CsvReport {
        notes = List.copyOf(notes);
    }
}
