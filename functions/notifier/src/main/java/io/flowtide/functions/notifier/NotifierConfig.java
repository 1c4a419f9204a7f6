package io.flowtide.functions.notifier;

import io.flowtide.core.scoring.Severity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What the environment says: {@code FLOWTIDE_LAKE_BUCKET} and so on. A channel without its settings is off. */
@ConfigMapping(prefix = "flowtide")
interface NotifierConfig {

    /** The bucket in which charts are kept. */
    String lakeBucket();

    /** The table in which deliveries are claimed. */
    String incidentsTable();

    Slack slack();

    Chatbot chatbot();

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
}
