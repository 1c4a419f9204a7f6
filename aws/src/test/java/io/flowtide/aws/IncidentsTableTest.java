package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.IncidentsTable.Log;
import io.flowtide.aws.IncidentsTable.Stored;
import io.flowtide.core.series.SeriesId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class IncidentsTableTest {

    private final IncidentsTable table = new IncidentsTable(Aws.DYNAMO, Aws.TABLE);

    @Test
    void setsOnlyWhatWasCompared() {
        Log log = new Log(SeriesId.total("compared"), Optional.empty());
        Stored nothing = table.load(log);
        assertThat(nothing).isEqualTo(new Stored(0, Optional.empty()));

        assertThat(table.save(log, nothing, "one")).isTrue();
        assertThat(table.save(log, nothing, "another one")).isFalse();
        Stored first = table.load(log);
        assertThat(table.save(log, first, "two")).isTrue();

        assertThat(table.load(log)).isEqualTo(new Stored(2, Optional.of("two")));
    }

    @Test
    void eachUploadHasALogOfItsOwn() {
        SeriesId series = new SeriesId("upload/file=a.csv");
        Log one = new Log(series, Optional.of("scored/upload/1.json"));
        Log other = new Log(series, Optional.of("scored/upload/2.json"));

        table.save(one, table.load(one), "one");

        assertThat(table.load(one).json()).contains("one");
        assertThat(table.load(other).json()).isEmpty();
    }

    @Test
    void theFactsOfAnEarlierLogDoNotReplaceThoseOfALaterOne() {
        table.describe("facts", 2, Map.of("state", "OPENED", "summary", "A spike"));
        table.describe("facts", 3, Map.of("state", "RECOVERED"));
        table.describe("facts", 1, Map.of("state", "WORSENED"));

        Map<String, AttributeValue> item = Aws.DYNAMO
                .getItem(request -> request.tableName(Aws.TABLE).key(Items.key("incident#facts", "incident")))
                .item();
        assertThat(item.get("state").s()).isEqualTo("RECOVERED");
        assertThat(item.get("summary").s()).isEqualTo("A spike");
    }
}
