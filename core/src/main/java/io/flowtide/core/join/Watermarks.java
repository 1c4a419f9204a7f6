package io.flowtide.core.join;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The watermark of all sources together. */
public final class Watermarks {

    private Watermarks() {}

    /**
     * The least of the live sources; when none is live, the greatest of the others. A backfill holds nothing back.
     *
     * @return empty when there is no source
     */
    public static Optional<Instant> of(Collection<Source> sources, Instant now, ClosingRules rules) {
        List<Source> live =
                sources.stream().filter(source -> source.isLive(now, rules)).toList();
        if (live.isEmpty()) {
            return sources.stream().map(Source::watermark).max(Comparator.naturalOrder());
        }
        return live.stream().map(source -> source.watermark(now, rules)).min(Comparator.naturalOrder());
    }
}
