package io.flowtide.functions.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.scoring.Severity;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotifierConfigTest {

    private static NotifierConfig read(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("FLOWTIDE_LAKE_BUCKET", "lake");
        all.put("FLOWTIDE_INCIDENTS_TABLE", "incidents");
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(all, 300))
                .withMapping(NotifierConfig.class)
                .build()
                .getConfigMapping(NotifierConfig.class);
    }

    @Test
    void channelsAreOffByDefault() {
        NotifierConfig config = read(Map.of("FLOWTIDE_CHATBOT_URL", ""));

        assertThat(config.lakeBucket()).isEqualTo("lake");
        assertThat(config.incidentsTable()).isEqualTo("incidents");
        assertThat(config.slack().channel()).isEmpty();
        assertThat(config.slack().secret()).isEmpty();
        assertThat(config.slack().url()).isEqualTo("https://slack.com");
        assertThat(config.chatbot().url()).isEmpty();
        assertThat(config.chatbot().secret()).isEmpty();
        assertThat(config.chatbot().minSeverity()).isEqualTo(Severity.MEDIUM);
        assertThat(config.webhook().url()).isEmpty();
        assertThat(config.webhook().minSeverity()).isEqualTo(Severity.LOW);
        assertThat(config.pagerduty().secret()).isEmpty();
        assertThat(config.pagerduty().url()).isEqualTo("https://events.pagerduty.com/v2/enqueue");
        assertThat(config.pagerduty().minSeverity()).isEqualTo(Severity.MEDIUM);
        assertThat(config.linkExpiry()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void theEnvironmentSetsThem() {
        NotifierConfig config = read(Map.of(
                "FLOWTIDE_SLACK_CHANNEL", "C0123456789",
                "FLOWTIDE_SLACK_SECRET", "flowtide/slack",
                "FLOWTIDE_SLACK_URL", "http://127.0.0.1:4000",
                "FLOWTIDE_CHATBOT_URL", "http://127.0.0.1:4000/hooks",
                "FLOWTIDE_CHATBOT_SECRET", "flowtide/chatbot",
                "FLOWTIDE_CHATBOT_MIN_SEVERITY", "HIGH",
                "FLOWTIDE_INGEST_BUCKET", "not ours"));

        assertThat(config.slack().channel()).hasValue("C0123456789");
        assertThat(config.slack().secret()).hasValue("flowtide/slack");
        assertThat(config.slack().url()).isEqualTo("http://127.0.0.1:4000");
        assertThat(config.chatbot().url()).hasValue("http://127.0.0.1:4000/hooks");
        assertThat(config.chatbot().secret()).hasValue("flowtide/chatbot");
        assertThat(config.chatbot().minSeverity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void aChannelThatIsOffWantsNothing() {
        NotifierConfig config = read(Map.of("FLOWTIDE_SLACK_CHANNEL", "C0123456789"));

        assertThat(new SlackChannel(null, null, null, null, config).wants(Events.opened()))
                .isFalse();
        assertThat(new ChatBotChannel(null, null, config).wants(Events.opened()))
                .isFalse();
    }
}
