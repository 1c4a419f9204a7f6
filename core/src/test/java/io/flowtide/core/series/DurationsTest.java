package io.flowtide.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "30s, PT30S",
        "5m, PT5M",
        "1h30m, PT1H30M",
        "7d, P7D",
        "1d12h, P1DT12H",
        "2w, P14D",
        "PT5M, PT5M",
        "p1d, P1D"
    })
    void readsWhatPeopleWrite(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "5 minutes", "0m", "-5m", "P", "1x", "5d5"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({"PT30S, 30s", "PT5M, 5m", "PT1H30M, 1h30m", "P7D, 7d", "P1DT12H, 1d12h", "PT0S, 0s", "PT24H, 1d"})
    void writesWhatPeopleRead(Duration duration, String text) {
        assertThat(Durations.format(duration)).isEqualTo(text);
    }
}
