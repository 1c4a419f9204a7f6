package io.flowtide.core.scoring;

import static io.flowtide.core.scoring.Windows.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.AnomalyDetected.Peak;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Instant START = Instant.parse("2026-11-21T07:30:00Z");
    private static final Findings WINDOW = Windows.window(0, "");

    private static Stretch spike(double value, double expected) {
        return Stretch.of(
                new Peak(START, value, expected, 0, 0, 1), Duration.ofMinutes(40), 1, Severity.HIGH, Direction.SPIKE);
    }

    private static Summary at(String now) {
        return new Summary(WINDOW, Instant.parse(now));
    }

    @Test
    void todayNeedsNoDate() {
        assertThat(at("2026-11-21T08:00:00Z").opened(spike(12_400, 5_100), false))
                .isEqualTo("HIGH spike in requests/all since 08:30 (Europe/Berlin):"
                        + " 12,400 per 5 min, expected 5,100 (+143 %)");
    }

    @Test
    void theDayBeforeNeedsTheDayAndTheYearBeforeTheYear() {
        assertThat(at("2026-11-22T08:00:00Z").opened(spike(2, 1), false))
                .contains("since 21 Nov 08:30 (Europe/Berlin)");
        assertThat(at("2027-01-01T08:00:00Z").opened(spike(2, 1), true))
                .contains("from 21 Nov 2026 08:30 to 09:10 (Europe/Berlin)");
    }

    @Test
    void aRecoveryTellsTheDurationAndTheTotalExcess() {
        assertThat(at("2026-11-21T10:00:00Z").recovered(spike(58_500, 100)))
                .isEqualTo("Recovered after 40 min: HIGH spike in requests/all from 08:30 to 09:10 (Europe/Berlin),"
                        + " 58,400 more than expected");
        assertThat(at("2026-11-21T10:00:00Z").recovered(spike(100, 58_500))).endsWith(", 58,400 fewer than expected");
        assertThat(at("2026-11-21T10:00:00Z").recovered(spike(100, Double.NaN))).endsWith("(Europe/Berlin)");
    }

    @Test
    void worseAndBackSaySoFirst() {
        assertThat(at("2026-11-21T08:00:00Z").worse(spike(2, 1))).startsWith("Worse: HIGH spike in");
        assertThat(at("2026-11-21T08:00:00Z").back(spike(2, 1))).startsWith("Back: HIGH spike in");
    }

    @Test
    void silenceIsNothing() {
        Stretch silence =
                Stretch.of(new Peak(START, 0, 5_100, 0, 0, 1), Windows.WIDTH, 1, Severity.HIGH, Direction.SILENCE);

        assertThat(at("2026-11-21T08:00:00Z").opened(silence, false))
                .isEqualTo("HIGH silence in requests/all since 08:30 (Europe/Berlin):"
                        + " nothing per 5 min, expected 5,100 (-100 %)");
    }

    @Test
    void whatWasNotExpectedIsNotComparedWith() {
        assertThat(at("2026-11-21T08:00:00Z").opened(spike(7, 0), false)).endsWith(": 7 per 5 min, expected 0");
        assertThat(at("2026-11-21T08:00:00Z").opened(spike(7, 0.001), false)).endsWith(": 7 per 5 min, expected 0.001");
        assertThat(at("2026-11-21T08:00:00Z").opened(spike(7, Double.NaN), false))
                .endsWith(": 7 per 5 min");
    }

    @Test
    void whatCarriesItAndWhatMovesWithItIsNamed() {
        Company company = new Company(
                List.of(new Carrier("dstport=443", 0.87), new Carrier("service=checkout", 0.75)),
                List.of(
                        SeriesId.total("bytes"),
                        SeriesId.total("packets"),
                        new SeriesId("requests/a=b"),
                        new SeriesId("requests/c=d")));

        assertThat(new Summary(WINDOW.with(company), START).opened(spike(12_400, 5_100), false))
                .endsWith("(+143 %), 87 % of it dstport=443, 75 % service=checkout;"
                        + " with it bytes/all, packets/all, requests/a=b and 1 more");
    }

    @Test
    void aNameFromOutsideStaysOnOneLine() {
        Findings window = new Findings(
                new SeriesId("upload/file=a\r\nBcc: b"),
                Origin.UPLOAD,
                START,
                Duration.ofHours(1),
                ZoneOffset.UTC,
                1,
                new ObjectVersion("lake", "scored/x", ""),
                Coverage.NONE,
                List.of(),
                Company.NONE);

        assertThat(new Summary(window, START).opened(spike(2, 1), false))
                .startsWith("HIGH spike in upload/file=a Bcc: b since 07:30 (UTC): 2 per 1 h");
    }

    @Test
    void numbersAndDurationsReadWell() {
        assertThat(List.of(
                        Words.number(1234567.8),
                        Words.number(99.96),
                        Words.number(0.12345),
                        Words.number(-3),
                        Words.number(0),
                        Words.number(Double.NaN)))
                .containsExactly("1,234,568", "100", "0.123", "-3", "0", "unknown");
        assertThat(List.of(
                        Words.duration(Duration.ofMinutes(65)),
                        Words.duration(Duration.ofHours(51)),
                        Words.duration(Duration.ofSeconds(30)),
                        Words.duration(Duration.ZERO)))
                .containsExactly("1 h 5 min", "2 d 3 h", "30 s", "0 s");
    }
}
