package io.flowtide.functions.flowlogaggregator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Read from {@code FLOWTIDE_…}. */
@ConfigMapping(prefix = "flowtide")
public interface AggregatorConfig {

    /** Where parts and refused lines go. */
    String lakeBucket();

    /** What is counted, comma-separated: {@code requests}, {@code bytes}, {@code packets}. */
    @WithDefault("requests,bytes,packets")
    String metrics();

    /** By which fields the counts are kept apart, comma-separated; an empty text is none. */
    @WithDefault("action")
    Optional<String> dimensions();

    /** {@code proportional} over the time that a record covers, or counted at its {@code start}. */
    @WithDefault("proportional")
    String spread();
}
