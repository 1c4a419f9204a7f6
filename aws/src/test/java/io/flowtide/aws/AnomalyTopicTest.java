package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnomalyTopicTest {

    @Test
    void aSubjectIsShortAscii() {
        assertThat(AnomalyTopic.subject("HIGH spike in café\nBcc: x")).isEqualTo("HIGH spike in caf??Bcc: x");
        assertThat(AnomalyTopic.subject("a".repeat(101))).isEqualTo("a".repeat(97) + "...");
        assertThat(AnomalyTopic.subject("a".repeat(100))).isEqualTo("a".repeat(100));
    }
}
