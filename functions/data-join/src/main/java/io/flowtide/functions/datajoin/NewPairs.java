package io.flowtide.functions.datajoin;

import io.flowtide.aws.AnomalyTopic;
import io.flowtide.aws.KnownPairs;
import io.flowtide.core.dependency.KnownPair;
import io.flowtide.core.dependency.NewPairMessage;
import io.flowtide.core.dependency.NewPairRules;
import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.ObjectVersion;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jboss.logging.Logger;

/**
 * Remembers every pair of services that was ever seen, and says when there is a new one. It is remembered before it is told
 * and marked afterwards, so that a crash repeats the message rather than losing it; the notifier knows it by its incident.
 */
final class NewPairs {

    private static final Logger LOG = Logger.getLogger(NewPairs.class);

    private final KnownPairs table;
    private final NewPairRules rules;
    private final Optional<AnomalyTopic> topic;
    private final String lake;
    private final ZoneId zone;
    private final Clock clock;
    private final Tally tally;

    /** @param topic empty when nobody is to be told */
    NewPairs(
            KnownPairs table,
            NewPairRules rules,
            Optional<AnomalyTopic> topic,
            String lake,
            ZoneId zone,
            Clock clock,
            Tally tally) {
        this.table = table;
        this.rules = rules;
        this.topic = topic;
        this.lake = lake;
        this.zone = zone;
        this.clock = clock;
        this.tally = tally;
    }

    /**
     * @param pairs an hour of the dependency table
     * @param key where that lies
     */
    void notice(SortedMap<Pair, Traffic> pairs, String key) {
        Map<Pair, KnownPair> known = table.all();
        rules.unknown(pairs, known, clock.instant()).forEach((pair, seen) -> {
            if (table.add(pair, seen)) {
                known.put(pair, seen);
            }
        });
        pairs.forEach((pair, traffic) -> {
            KnownPair seen = known.getOrDefault(pair, KnownPair.learned(traffic.first()));
            if (traffic.first().isBefore(seen.first())) {
                table.seenAt(pair, traffic.first());
            }
            if (seen.toTell()) {
                tell(NewPairMessage.of(pair, seen.noticed(), traffic, zone, new ObjectVersion(lake, key, "")));
                table.told(pair);
            }
        });
    }

    private void tell(AnomalyDetected message) {
        LOG.infof("%s", message.summary());
        topic.ifPresent(people -> people.publish(message));
        tally.add(Tally.Count.NEW_PAIRS, 1);
    }
}
