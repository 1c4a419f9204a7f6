package io.flowtide.functions.modeltrainer;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import io.flowtide.core.training.Choice;
import io.flowtide.core.training.DetectorScore;
import io.flowtide.core.training.Finding;
import io.flowtide.core.training.ForecastScore;
import io.flowtide.core.training.HorizonError;
import io.flowtide.core.training.Reason;
import io.flowtide.core.training.TrainingReport;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jackson has to see in a native build. */
@RegisterForReflection(
        targets = {
            Choice.class,
            DetectorScore.class,
            Finding.class,
            ForecastScore.class,
            HorizonError.class,
            Reason.class,
            SeriesId.class,
            TrainingReport.class,
            Values.class
        })
final class Reflection {

    private Reflection() {}
}
