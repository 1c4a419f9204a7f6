package io.flowtide.functions.notifier;

import io.flowtide.core.scoring.Severity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** What the environment says: {@code FLOWTIDE_LAKE_BUCKET} and so on. A channel without its settings is off. */
@ConfigMapping(prefix = "flowtide")
interface NotifierConfig {

    /** The bucket in which charts are kept. */
    String lakeBucket();

    /** Where the fonts are described, on machines that have none. */
    Optional<String> fontconfig();

    /** The table in which deliveries are claimed. */
    String incidentsTable();

    /** The zone whose days a digest goes by. */
    @WithDefault("UTC")
    ZoneId zone();

    /** From which local hour on the digest of the day before is told. */
    @WithDefault("8")
    int digestHour();

    Slack slack();

    Chatbot chatbot();

    Webhook webhook();

    Pagerduty pagerduty();

    /** How long the link to a chart can be followed; never longer than the function's own credentials last. */
    @WithDefault("PT6H")
    Duration linkExpiry();

    /** Where charts and messages go. */
    interface Slack {

        /** The channel's id, {@code C0123456789}. */
        Optional<String> channel();

        /** The name of the secret that holds the bot token. */
        Optional<String> secret();

        /** Where Slack is. */
        @WithDefault("https://slack.com")
        String url();
    }

    /** Who calls the person on duty. */
    interface Chatbot {

        /** Where alerts are posted to. */
        Optional<String> url();

        /** The name of the secret that holds the bearer token. */
        Optional<String> secret();

        /** From which severity on somebody is called. */
        @WithDefault("MEDIUM")
        Severity minSeverity();
    }

    /** Any service that takes the document of an incident's state. */
    interface Webhook {

        /** Where documents are posted to. */
        Optional<String> url();

        /** The name of the secret that holds a bearer token, where one is wanted. */
        Optional<String> secret();

        /** From which severity on. */
        @WithDefault("LOW")
        Severity minSeverity();
    }

    /** PagerDuty, or a service that takes the same events. */
    interface Pagerduty {

        /** Where events are posted to. */
        @WithDefault("https://events.pagerduty.com/v2/enqueue")
        String url();

        /** The name of the secret that holds the routing key. */
        Optional<String> secret();

        /** From which severity on. */
        @WithDefault("MEDIUM")
        Severity minSeverity();
    }
}
