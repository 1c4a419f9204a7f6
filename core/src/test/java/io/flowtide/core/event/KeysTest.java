package io.flowtide.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final Slot SLOT = Slot.parse("2026-11-21T08:05Z");
    private static final String LOG = "raw/AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/11/21/a.log.gz";

    @Test
    void aPartTellsItsSlotAndItsSource() {
        Keys.Part part = Keys.part(Keys.aggregated(SLOT, new ObjectVersion("ingest", LOG, "v1")));

        assertThat(part).isEqualTo(new Keys.Part(SLOT, Keys.source(LOG)));
    }

    @Test
    void theDateFoldersDoNotMakeAnotherSource() {
        String hive = "raw/AWSLogs/aws-account-id=1/aws-service=vpcflowlogs/year=2026/month=11/day=21/hour=08/a.log.gz";

        assertThat(Keys.source(LOG)).isEqualTo(Keys.source(LOG.replace("2026/11/21", "2025/01/02")));
        assertThat(Keys.source(hive)).isEqualTo(Keys.source(hive.replace("hour=08", "hour=09")));
        assertThat(Keys.source(LOG)).isNotEqualTo(Keys.source(LOG.replace("eu-central-1", "eu-west-1")));
        assertThat(Keys.source(LOG)).isNotEqualTo(Keys.source(LOG.replace("123456789012", "210987654321")));
    }

    @Test
    void anotherVersionIsAnotherPart() {
        assertThat(Keys.aggregated(SLOT, new ObjectVersion("ingest", LOG, "v1")))
                .isNotEqualTo(Keys.aggregated(SLOT, new ObjectVersion("ingest", LOG, "v2")));
    }

    @Test
    void aPartOfAnHourIsFoundByTheNamesInThePartOfASlot() {
        ObjectVersion object = new ObjectVersion("ingest", LOG, "v1");
        Instant hour = Instant.parse("2026-11-21T08:00:00Z");
        String slotPart = Keys.aggregated(SLOT, object);
        String names = slotPart.substring(slotPart.lastIndexOf('/') + 1, slotPart.length() - ".json".length());
        String[] sourceAndHash = names.split("-");

        assertThat(Keys.dependencyPart(hour, object))
                .isEqualTo(Keys.dependencyPart(hour, sourceAndHash[0], sourceAndHash[1]))
                .startsWith("dependency-parts/hour=2026-11-21T08:00Z/");
        assertThat(Keys.dependencies(hour)).isEqualTo("dependencies/hour=2026-11-21T08:00Z.json");
    }

    @Test
    void keysReadAsTheDesignSays() {
        Instant from = SLOT.start();

        assertThat(Keys.joined(3, from, SLOT.end())).isEqualTo("joined/shard=03/20261121T0805Z_20261121T0810Z.json");
        assertThat(Keys.scored(Keys.joined(3, from, SLOT.end())))
                .isEqualTo("scored/shard=03/20261121T0805Z_20261121T0810Z.json");
        assertThat(Keys.finished("testdata/week.csv", Instant.parse("2026-11-21T08:05:09Z")))
                .isEqualTo("finished/20261121T080509Z_week.csv");
    }

    @Test
    void aSeriesFromOutsideCanNotLeaveItsFolder() {
        assertThat(Keys.model(new SeriesId("requests/service=../../x"), "1", "state.json"))
                .matches("models/requests-service-x-[0-9a-f]{8}/1/state\\.json");
    }

    @Test
    void aKeyOfAnotherStageIsRefused() {
        assertThatThrownBy(() -> Keys.part("joined/shard=00/x.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("joined/shard=00/x.json");
    }

    @Test
    void scoredWindowsAreFoundByTheirStart() {
        Instant from = Instant.parse("2026-11-21T08:05:00Z");
        String key = Keys.scored(Keys.joined(0, from, from.plusSeconds(300)));

        assertThat(key).startsWith(Keys.scoredPrefix(0)).isGreaterThan(Keys.scoredFrom(0, from));
        assertThat(key).isLessThan(Keys.scoredFrom(0, from.plusSeconds(60)));
    }
}
