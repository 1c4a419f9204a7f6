package io.flowtide.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.series.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartNameTest {

    @Test
    void isReadFromItsKeyAndGivesItBack() {
        Slot slot = Slot.parse("2026-11-21T08:05Z");
        String key = Keys.aggregated(slot, new ObjectVersion("b", "raw/x.log", "1"));

        PartName part = PartName.parse(key).orElseThrow();

        assertThat(part.slot()).isEqualTo(slot);
        assertThat(part.source()).isEqualTo(Keys.part(key).source());
        assertThat(part.key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "testdata/a.csv",
                "aggregated/slot=2026-11-21T08:05Z/",
                "aggregated/slot=2026-11-21T08:05Z/12345678-0123456789abcdef0123456789abcdeF.json",
                "aggregated/slot=2026-11-21T08:06Z/12345678-0123456789abcdef0123456789abcdef.json",
                "aggregated/slot=noon/12345678-0123456789abcdef0123456789abcdef.json",
                "other/slot=2026-11-21T08:05Z/12345678-0123456789abcdef0123456789abcdef.json",
                "aggregated/slot=2026-11-21T08:05Z/x/12345678-0123456789abcdef0123456789abcdef.json"
            })
    void isNotReadFromAnyOtherKey(String key) {
        assertThat(PartName.parse(key)).isEmpty();
    }
}
