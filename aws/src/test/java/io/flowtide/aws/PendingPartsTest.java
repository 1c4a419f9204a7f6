package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.join.PartName;
import io.flowtide.core.series.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PendingPartsTest {

    private static final Slot FIRST = Slot.parse("2026-11-21T08:00Z");
    private static final Slot LAST = FIRST.plus(9);

    private final PendingParts pending = new PendingParts(Aws.DYNAMO, Aws.TABLE);

    /** One test, because there is one queue. */
    @Test
    void areReadInWholeSlotsUntilTheyAreCleared() {
        List<PartName> parts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            parts.add(new PartName(FIRST.plus(i / 3), "0123abcd", "%032x".formatted(i)));
        }
        parts.forEach(pending::mark);
        parts.forEach(pending::mark);
        pending.setAside(parts.get(0));

        assertThat(read(Optional.empty(), LAST, 1000)).isEqualTo(new PendingParts.Page(parts, true));
        assertThat(read(Optional.empty(), FIRST.plus(1), 1000).parts()).isEqualTo(parts.subList(0, 6));
        assertThat(read(Optional.of(FIRST.plus(1)), LAST, 1000).parts()).isEqualTo(parts.subList(6, 30));
        assertThat(read(Optional.empty(), LAST, 4))
                .as("the slot is read to its end")
                .isEqualTo(new PendingParts.Page(parts.subList(0, 6), false));
        assertThat(read(Optional.of(LAST), LAST, 1000)).isEqualTo(new PendingParts.Page(List.of(), true));

        pending.clear(parts.subList(0, 27));
        assertThat(read(Optional.empty(), LAST, 1000).parts()).isEqualTo(parts.subList(27, 30));
        pending.clear(List.of());
        pending.clear(parts);
        assertThat(read(Optional.empty(), LAST, 1000).parts()).isEmpty();
    }

    private PendingParts.Page read(Optional<Slot> after, Slot upTo, int atLeast) {
        return pending.read(after, upTo, atLeast);
    }
}
