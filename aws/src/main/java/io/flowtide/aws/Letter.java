package io.flowtide.aws;

import io.flowtide.core.event.AnomalyDetected;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A state of an incident for those who read mail: plain words, no markup. */
final class Letter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm z", Locale.ENGLISH);

    private Letter() {}

    static String of(AnomalyDetected message) {
        return """
                %s

                What happened   %s (message %d about this incident)
                Severity        %s, confidence %.0f %%
                First bucket    %s
                Last bucket     until %s
                Peak            %s
                Incident        %s
                Scored window   %s
                """
                .formatted(
                        message.summary(),
                        message.state().name().toLowerCase(Locale.ROOT),
                        message.revision(),
                        message.severity().name().toLowerCase(Locale.ROOT),
                        100 * message.confidence(),
                        time(message.start(), message.zone()),
                        time(message.end(), message.zone()),
                        time(message.peak().bucket(), message.zone()),
                        message.incident(),
                        message.scored());
    }

    private static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }
}
