package io.flowtide.core.training.page;

import io.flowtide.core.series.Durations;
import io.flowtide.core.training.HorizonError;
import io.flowtide.core.training.Reason;

/** What things are called on the page. */
final class Words {

    private Words() {}

    static String of(Reason reason) {
        return switch (reason) {
            case GAP -> "gap";
            case RESCALED -> "rescaled";
            case OUTLIER -> "outlier";
            case UNUSUAL_DAY -> "unusual day";
            case UNUSUAL_SEASON -> "unusual season";
        };
    }

    static String style(Reason reason) {
        return switch (reason) {
            case GAP -> "gap";
            case RESCALED -> "rescaled";
            case OUTLIER, UNUSUAL_DAY, UNUSUAL_SEASON -> "excluded";
        };
    }

    static String range(HorizonError error) {
        return error.from().isZero()
                ? "to " + Durations.format(error.to())
                : Durations.format(error.from()) + " to " + Durations.format(error.to());
    }
}
