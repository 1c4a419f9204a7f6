package io.flowtide.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.SeriesId;
import org.junit.jupiter.api.Test;

class ShardsTest {

    @Test
    void areChosenByTheChecksumOfTheName() {
        // crc32("requests/all") is 0x66da2d44.
        assertThat(Shards.of(SeriesId.total("requests"), 1)).isZero();
        assertThat(Shards.of(SeriesId.total("requests"), 16)).isEqualTo(4);
    }
}
