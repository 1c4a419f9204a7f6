package io.flowtide.core.join;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClosingRulesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void refuseTimesThatRunBackward() {
        assertThatThrownBy(() -> new ClosingRules(MINUTE.negated(), MINUTE, Duration.ofDays(1), MINUTE))
                .hasMessageContaining("PT-1M");
    }

    @Test
    void refuseAnAgeThatTellsNothing() {
        assertThatThrownBy(() -> new ClosingRules(MINUTE, MINUTE, MINUTE, MINUTE))
                .hasMessageContaining("must be longer than the expected delay");
    }
}
