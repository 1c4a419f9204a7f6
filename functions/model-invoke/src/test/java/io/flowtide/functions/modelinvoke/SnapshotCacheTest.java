package io.flowtide.functions.modelinvoke;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnapshotCacheTest {

    private final SnapshotCache cache = new SnapshotCache(10);

    @Test
    void theLeastRecentlyUsedLeavesFirst() {
        cache.put("a", new byte[5]);
        cache.put("b", new byte[5]);
        assertThat(cache.get("a")).isPresent();

        cache.put("c", new byte[4]);

        assertThat(cache.get("a")).isPresent();
        assertThat(cache.get("b")).isEmpty();
        assertThat(cache.get("c")).isPresent();
    }

    @Test
    void whatIsReplacedCountsOnce() {
        cache.put("a", new byte[5]);
        cache.put("a", new byte[5]);
        cache.put("b", new byte[5]);

        assertThat(cache.get("a")).isPresent();
        assertThat(cache.get("b")).isPresent();
    }

    @Test
    void whatIsTooBigIsNotKept() {
        cache.put("a", new byte[11]);

        assertThat(cache.get("a")).isEmpty();
    }
}
