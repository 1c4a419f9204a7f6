package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.IncidentsTable.Stored;
import io.flowtide.core.series.SeriesId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentsTableTest {

    private final IncidentsTable table = new IncidentsTable(Aws.DYNAMO, Aws.TABLE);

    @Test
    void setsOnlyWhatWasCompared() {
        SeriesId series = SeriesId.total("compared");
        Stored nothing = table.load(series);
        assertThat(nothing).isEqualTo(new Stored(0, Optional.empty()));

        assertThat(table.save(series, nothing, "one")).isTrue();
        assertThat(table.save(series, nothing, "another one")).isFalse();
        Stored first = table.load(series);
        assertThat(table.save(series, first, "two")).isTrue();

        assertThat(table.load(series)).isEqualTo(new Stored(2, Optional.of("two")));
    }
}
