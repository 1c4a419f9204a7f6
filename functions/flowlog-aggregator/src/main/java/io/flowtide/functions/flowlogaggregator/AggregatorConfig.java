package io.flowtide.functions.flowlogaggregator;

import io.flowtide.core.flowlog.FlowFormat;
import io.flowtide.core.flowlog.IngestOptions;
import io.flowtide.core.flowlog.RequestMeaning;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Read from {@code FLOWTIDE_…}. */
@ConfigMapping(prefix = "flowtide")
public interface AggregatorConfig {

    /** Where parts and refused lines go. */
    String lakeBucket();

    /** Where uploads, and the files of {@link #services} and {@link #geography} lie. */
    String ingestBucket();

    /** The key of the service map, such as {@code config/services.csv}; without it there are no services and no pairs. */
    Optional<String> services();

    /** The key of a database in the MaxMind DB format; without it there are no countries. */
    Optional<String> geography();

    /** What is counted, comma-separated: {@code requests}, {@code bytes}, {@code packets}. */
    @WithDefault("requests,bytes,packets")
    String metrics();

    /** By which fields the counts are kept apart, comma-separated; an empty text is none. */
    @WithDefault("action")
    Optional<String> dimensions();

    /** {@code proportional} over the time that a record covers, or counted at its {@code start}. */
    @WithDefault("proportional")
    String spread();

    /** What counts as a request: {@code records}, {@code connections} or {@code packets}. */
    @WithDefault("records")
    String requests();

    /** The columns of flow logs that carry no header, as given to AWS; without it the default of version 2. */
    Optional<String> format();

    /** How many series one object may have. */
    @WithDefault("1000")
    int maxSeries();

    /** The configuration as the readers take it. */
    default IngestOptions ingestOptions() {
        IngestOptions options = IngestOptions.parse(metrics(), dimensions().orElse(""), spread())
                .withRequests(RequestMeaning.parse(requests()))
                .withMaxSeries(maxSeries());
        return format().map(FlowFormat::parse).map(options::withFormat).orElse(options);
    }
}
