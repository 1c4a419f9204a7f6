package io.flowtide.core.scoring;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what people are to be told of the incidents of one window, and keeps the messages.
 *
 * <p>An incident opens once. It gets worse when its severity rises, or when it is back after a recovery was told. A second
 * recovery is told only when the rest has passed as well, so that traffic which comes and goes is not told every time:
 * while windows come in order, an incident has at most six messages.
 */
final class Announcer {

    private final IncidentPolicy policy;
    private final Findings window;
    private final Coverage judged;
    private final Summary summary;
    private final List<AnomalyDetected> messages = new ArrayList<>();

    Announcer(IncidentPolicy policy, Findings window, Coverage judged, Instant now) {
        this.policy = policy;
        this.window = window;
        this.judged = judged;
        this.summary = new Summary(window, now);
    }

    List<AnomalyDetected> messages() {
        return List.copyOf(messages);
    }

    /** Tells what is new of the incident; returns it with what people know then. */
    Incident tell(Incident incident) {
        Incident told = tellOfTheAnomaly(incident);
        return told.told().firing() && isOver(told) ? tellOfTheRecovery(told) : told;
    }

    /** Two incidents that people know turned out to be one: what they know as the later is over. */
    void absorbed(Incident later, Incident both) {
        if (later.told().firing()) {
            message(
                    later.told(later.told().recovered(later.total().end())),
                    State.RECOVERED,
                    summary.absorbed(later.total(), both.total()));
        }
    }

    private Incident tellOfTheAnomaly(Incident incident) {
        Told told = incident.told();
        Stretch total = incident.total();
        if (!told.anything() && total.audible().buckets() < policy.relevance().minimumBuckets()) {
            return incident;
        }
        if (!told.anything()) {
            return message(
                    incident.told(told.firing(total.severity(), total.end())),
                    State.OPENED,
                    summary.opened(total, isOver(incident)));
        }
        boolean worse = total.audible().severity().compareTo(told.severity()) > 0;
        boolean back = !told.firing()
                && incident.isAudibleAfter(told.until())
                && normalAfter(total) < policy.recoveryBuckets();
        if (!worse && !back) {
            return incident;
        }
        Told now = told.firing(worse ? total.severity() : told.severity(), total.end());
        return message(incident.told(now), State.WORSENED, told.firing() ? summary.worse(total) : summary.back(total));
    }

    private Incident tellOfTheRecovery(Incident incident) {
        if (window.origin() == Origin.UPLOAD) {
            return incident.told(
                    incident.told().recoveredSilently(incident.total().end()));
        }
        String words = incident.withdrawn() ? summary.withdrawn(incident.total()) : summary.recovered(incident.total());
        Instant end = incident.withdrawn()
                ? incident.total().start()
                : incident.total().end();
        return message(incident.told(incident.told().recovered(end)), State.RECOVERED, words);
    }

    private boolean isOver(Incident incident) {
        return incident.withdrawn() || normalAfter(incident.total()) >= bucketsToRecover(incident.told());
    }

    private long bucketsToRecover(Told told) {
        Duration rest = policy.rest(window.width());
        long wholeRest = -Math.floorDiv(-rest.toMillis(), window.width().toMillis());
        return told.recoveries() == 0 ? policy.recoveryBuckets() : wholeRest;
    }

    private long normalAfter(Stretch total) {
        return judged.since(total.end()).length().dividedBy(window.width());
    }

    private Incident message(Incident incident, State state, String words) {
        Stretch total = incident.total();
        messages.add(new AnomalyDetected(
                Documents.SCHEMA,
                incident.id(),
                incident.told().revision(),
                state,
                window.series(),
                window.origin(),
                total.severity(),
                total.direction(),
                total.start(),
                total.end(),
                window.width(),
                window.zone(),
                total.peak(),
                total.cutoff(),
                window.confidence(),
                words,
                window.scored(),
                total.excess(),
                window.company().carriers().stream().map(Carrier::asShare).toList(),
                window.company().parts()));
        return incident;
    }
}
