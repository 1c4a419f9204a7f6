package io.flowtide.core.flowlog;

import io.flowtide.core.flowlog.EndDimension.Side;
import java.util.function.IntFunction;

/** One thing that is known of the ends of the record at hand, by number. */
final class EndValues {

    int source;
    int destination;
    int own;

    private final Labels labels;

    EndValues(IntFunction<String> names) {
        labels = new Labels(names);
    }

    Label label(Side side) {
        return switch (side) {
            case SOURCE -> labels.of(source);
            case DESTINATION -> labels.of(destination);
            case OWN -> labels.of(own);
            case BOTH -> labels.of(source, destination);
        };
    }
}
