package io.flowtide.core.flowlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairSharesTest {

    @Test
    void whoWantsLittleGetsItAllAndTheOthersShareTheRest() {
        assertThat(FairShares.of(12, new int[] {100, 2, 100})).containsExactly(5, 2, 5);
        assertThat(FairShares.of(12, new int[] {3, 2, 1})).containsExactly(3, 2, 1);
        assertThat(FairShares.of(12, new int[] {})).isEmpty();
    }

    @Test
    void everyoneGetsOne() {
        assertThat(FairShares.of(-2, new int[] {5, 0, 5})).containsExactly(1, 0, 1);
    }
}
