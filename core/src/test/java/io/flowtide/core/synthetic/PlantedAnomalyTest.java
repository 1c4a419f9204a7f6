package io.flowtide.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.scoring.Direction;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlantedAnomalyTest {

    @ParameterizedTest
    @CsvSource({
        "spike@2026-11-20T08:30/PT45M*3, SPIKE, 08:30, 09:15, 3",
        "spike@2026-11-20T08:30, SPIKE, 08:30, 09:00, 2.5",
        "Dip@2026-11-20T08:30:00Z/1h30m*0.5, DIP, 08:30, 10:00, 0.5",
        "dip@2026-11-20T09:30+01:00, DIP, 08:30, 09:00, 0.3",
        "silence@2026-11-20T08:30, SILENCE, 08:30, 09:30, 0",
        "silence@2026-11-20T08:30/15M, SILENCE, 08:30, 08:45, 0"
    })
    void isReadAsItIsWritten(String spec, Direction direction, String start, String end, double factor) {
        assertThat(PlantedAnomaly.parse(spec, ZoneOffset.UTC))
                .isEqualTo(new PlantedAnomaly(direction, on20th(start), on20th(end), factor));
    }

    @Test
    void itsTimeIsLocal() {
        assertThat(PlantedAnomaly.parse("spike@2026-11-20T08:30", ZoneId.of("Europe/Berlin"))
                        .start())
                .isEqualTo(on20th("07:30"));
    }

    @Test
    void itMustLast() {
        assertThatThrownBy(() -> new PlantedAnomaly(Direction.SPIKE, on20th("08:30"), on20th("08:30"), 2))
                .hasMessageContaining("must last");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "spike, 'spike' is not spike|dip|silence@TIME",
                "surge@2026-11-20T08:30, 'surge' is not one of",
                "spike@yesterday, 'yesterday' is not a time like",
                "spike@2026-11-20T08:30/soon, 'soon' is not a duration like",
                "spike@2026-11-20T08:30/1h*many, 'many' is not a factor like",
                "spike@2026-11-20T08:30*0.5, this spike has 0.5",
                "dip@2026-11-20T08:30*2, this dip has 2.0",
                "silence@2026-11-20T08:30*2, this silence has 2.0",
                "spike@2026-11-20T08:30/0m, A duration must be positive"
            })
    void saysWhatIsWrong(String spec, String reason) {
        assertThatThrownBy(() -> PlantedAnomaly.parse(spec, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    private static Instant on20th(String time) {
        return Instant.parse("2026-11-20T" + time + ":00Z");
    }
}
