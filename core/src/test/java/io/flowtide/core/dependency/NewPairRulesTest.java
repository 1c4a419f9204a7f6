package io.flowtide.core.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.scoring.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NewPairRulesTest {

    private static final NewPairRules RULES = new NewPairRules(Duration.ofDays(7), Duration.ofHours(24));
    private static final Pair KNOWN = new Pair("web", "checkout");
    private static final Pair NEW = new Pair("web", "ledger");
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant SEEN = BEGIN.plus(Duration.ofDays(8));
    private static final Instant NOW = SEEN.plus(Duration.ofMinutes(20));

    @Test
    void afterLearningAPairNeverSeenBeforeIsNews() {
        assertThat(unknown(BEGIN, NOW, KNOWN, NEW)).isEqualTo(Map.of(NEW, new KnownPair(SEEN, SEEN, true)));
    }

    @Test
    void whileLearningAndInHistoryPairsAreOnlyLearned() {
        Map<Pair, KnownPair> learned = Map.of(NEW, KnownPair.learned(SEEN));

        assertThat(RULES.unknown(table(NEW), Map.of(), NOW)).isEqualTo(learned);
        assertThat(unknown(SEEN.minus(Duration.ofDays(7)).plusSeconds(1), NOW, NEW))
                .isEqualTo(learned);
        assertThat(unknown(BEGIN, NOW.plus(Duration.ofDays(1)), NEW)).isEqualTo(learned);
    }

    @Test
    void nobodyIsToldOfStrangers() {
        Pair strangers = new Pair("unmapped", "unmapped");
        Pair stranger = new Pair("unmapped", "ledger");

        assertThat(unknown(BEGIN, NOW, strangers, stranger, Pair.OTHER))
                .isEqualTo(Map.of(
                        strangers,
                        KnownPair.learned(SEEN),
                        Pair.OTHER,
                        KnownPair.learned(SEEN),
                        stranger,
                        new KnownPair(SEEN, SEEN, true)));
    }

    @Test
    void theMessageSaysWhoReachesWhomAndHowMuch() {
        Traffic traffic = new Traffic(12, 3400, 10, 2, SEEN, SEEN.plusSeconds(600));
        ObjectVersion table = new ObjectVersion("lake", "dependencies/hour=2026-11-09T00:00Z.json", "");

        AnomalyDetected message = NewPairMessage.of(NEW, SEEN, traffic, ZoneId.of("Europe/Berlin"), table);

        assertThat(message.summary())
                .isEqualTo("LOW new pair: web reaches ledger for the first time, since 9 Nov, 01:00 (Europe/Berlin): "
                        + "12 records, 3400 bytes, 10 accepted and 2 rejected");
        assertThat(message.series()).hasToString("requests/pair=web->ledger");
        assertThat(message.severity()).isEqualTo(Severity.LOW);
        assertThat(message.incident()).startsWith("requests-pair-web-ledger-").endsWith("20261109T0000Z");
        assertThat(message.peak().value()).isEqualTo(12);
    }

    private static Map<Pair, KnownPair> unknown(Instant begin, Instant now, Pair... pairs) {
        return RULES.unknown(table(pairs), Map.of(KNOWN, KnownPair.learned(begin)), now);
    }

    private static SortedMap<Pair, Traffic> table(Pair... pairs) {
        SortedMap<Pair, Traffic> table = new TreeMap<>();
        for (Pair pair : pairs) {
            table.put(pair, new Traffic(12, 3400, 10, 2, SEEN, SEEN.plusSeconds(600)));
        }
        return table;
    }
}
