package io.flowtide.functions.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.scoring.Severity;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

    private static AnomalyDetected with(Duration length, ZoneId zone, double value, double expected) {
        AnomalyDetected event = Events.opened();
        return new AnomalyDetected(
                event.schema(),
                event.incident(),
                event.revision(),
                event.state(),
                event.series(),
                event.origin(),
                event.severity(),
                event.direction(),
                event.start(),
                event.start().plus(length),
                event.width(),
                zone,
                new AnomalyDetected.Peak(event.start(), value, expected, expected, expected, 1),
                event.cutoff(),
                event.confidence(),
                event.summary(),
                event.scored(),
                event.excess(),
                event.attribution(),
                event.parts());
    }

    @Test
    void theHeadlineSaysHowBadAndWhichWay() {
        assertThat(Facts.headline(Events.event(State.WORSENED, Severity.LOW, Events.SERIES)))
                .isEqualTo("LOW spike in requests/all");
    }

    @Test
    void theSizeIsComparedWithWhatWasExpected() {
        Duration length = Duration.ofMinutes(5);
        ZoneId zone = ZoneId.of("UTC");

        assertThat(Facts.size(with(length, zone, 0, 1_234))).isEqualTo("0 observed in 5 min, 1,234 expected (−100%)");
        assertThat(Facts.size(with(length, zone, 17, 0))).isEqualTo("17 observed in 5 min, 0 expected");
        assertThat(Facts.size(with(length, zone, 1.25e9, Double.NaN))).isEqualTo("1.25G observed in 5 min");
    }

    @Test
    void theTimesAreTheZonesOwn() {
        assertThat(Facts.period(with(Duration.ofMinutes(35), ZoneId.of("UTC"), 1, 1)))
                .isEqualTo("Sat 21 Nov 2026, 08:05 to 08:40 UTC (35 min)");
        assertThat(Facts.period(with(Duration.ofHours(27), ZoneId.of("Asia/Tokyo"), 1, 1)))
                .isEqualTo("Sat 21 Nov 2026, 17:05 to Sun 22 Nov 2026, 20:05 Asia/Tokyo (1 d 3 h)");
    }

    @ParameterizedTest
    @CsvSource({"PT30S, 30 s", "PT5M, 5 min", "PT2H5M, 2 h 5 min", "PT24H, 1 d", "PT25H1M, 1 d 1 h 1 min"})
    void lengthsAreShort(Duration length, String text) {
        assertThat(Facts.length(length)).isEqualTo(text);
    }
}
