package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.join.Frontier;
import io.flowtide.core.join.Frontier.Ripening;
import io.flowtide.core.join.Source;
import io.flowtide.core.series.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosingTableTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:10:00.123Z");
    private static final Slot SLOT = Slot.parse("2026-11-21T08:00Z");

    private final ClosingTable table = new ClosingTable(Aws.DYNAMO, Aws.TABLE);

    /** One test, because the state is one. */
    @Test
    void onlyEverMovesForward() {
        assertThat(table.load().frontier()).isEqualTo(Frontier.START);
        assertThat(table.load().sources()).isEmpty();

        Source live = new Source("live", NOW, Optional.of(NOW.plusSeconds(1)));
        Source backfill = new Source("backfill", NOW.minusSeconds(1000), Optional.empty());
        for (Source source : List.of(live, backfill, new Source("live", NOW.minusSeconds(1), Optional.of(NOW)))) {
            table.raiseWatermark(source);
            table.raiseLastFresh(source);
        }
        table.close(SLOT);
        table.close(SLOT.minus(1));
        Ripening ripening = new Ripening(SLOT.plus(3), NOW);
        table.ripen(ripening);
        assertThat(table.changeHistory()).isEqualTo(1);
        assertThat(table.changeHistory()).isEqualTo(2);

        ClosingTable.State state = table.load();
        assertThat(state.sources()).containsExactlyInAnyOrder(live, backfill);
        assertThat(state.source("live")).contains(live);
        assertThat(state.source("unknown")).isEmpty();
        Source later = new Source("live", NOW.plusSeconds(9), Optional.empty());
        assertThat(state.with(later).source("live")).contains(later);
        assertThat(state.with(later).source("backfill")).contains(backfill);
        assertThat(state.frontier()).isEqualTo(new Frontier(Optional.of(SLOT), Optional.of(ripening), 2));
    }
}
