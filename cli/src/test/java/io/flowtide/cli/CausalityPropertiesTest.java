package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Row i of detect depends on nothing but the rows up to i: the output of the first rows is the first of the output. */
class CausalityPropertiesTest {

    private static final List<String> ROWS = Run.of(
                    "generate csv --from 2026-11-02 --days 12 --rate 60 --width 30m --anomaly spike@2026-11-12T08:00/1h*4"
                            .split(" "))
            .rows();

    @Property(tries = 40)
    void detectDoesNotLookAhead(@ForAll @IntRange(min = 2, max = 500) int size, @ForAll Choice choice) {
        String[] command = ("detect --detector " + choice.detector + " --cutoff " + choice.cutOff + " -").split(" ");

        List<String> whole = Run.withInput(String.join("\n", ROWS), command).rows();
        List<String> prefix = Run.withInput(String.join("\n", ROWS.subList(0, 1 + size)), command)
                .rows();

        assertThat(prefix).hasSize(1 + size).isEqualTo(whole.subList(0, 1 + size));
    }

    enum Choice {
        TIDE("tide", "default"),
        TIDE_BATCH("tide", "batch:3"),
        MEAN("mean", "default"),
        MEAN_DAILY("mean", "daily:3"),
        FOREST("rcf", "default"),
        FOREST_ROLLING("rcf", "rolling:3:100");

        private final String detector;
        private final String cutOff;

        Choice(String detector, String cutOff) {
            this.detector = detector;
            this.cutOff = cutOff;
        }
    }
}
