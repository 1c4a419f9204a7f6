package io.flowtide.core.flowlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IngestOptionsTest {

    @Test
    void configurationIsRead() {
        assertThat(IngestOptions.parse("requests,bytes,packets", "action", "proportional"))
                .isEqualTo(IngestOptions.defaults());
        assertThat(IngestOptions.parse(" bytes ", " action, dstport,action,", "start"))
                .isEqualTo(new IngestOptions(Set.of(Metric.BYTES), List.of("action", "dstport"), Spread.AT_START));
        assertThat(IngestOptions.parse("bytes", "", "start").dimensions()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsRefusedByName() {
        assertThatThrownBy(() -> IngestOptions.parse("hits", "", "start")).hasMessageContaining("'hits'");
        assertThatThrownBy(() -> IngestOptions.parse("bytes", "", "end")).hasMessageContaining("'end'");
        assertThatThrownBy(() -> IngestOptions.parse("", "", "start")).hasMessageContaining("At least one");
    }
}
