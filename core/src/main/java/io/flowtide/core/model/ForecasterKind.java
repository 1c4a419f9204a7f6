package io.flowtide.core.model;

import io.flowtide.core.model.holtwinters.HoltWintersForecaster;
import io.flowtide.core.model.holtwinters.HoltWintersModel;
import io.flowtide.core.model.holtwinters.Seasons;
import io.flowtide.core.model.naive.NaiveWeek;
import io.flowtide.core.model.tide.TideForecaster;
import io.flowtide.core.model.tide.TideModel;
import io.flowtide.core.model.tide.WeekProfile;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The forecasters that there are, the default first. */
enum ForecasterKind {
    TIDE(TideModel.NAME, TideForecaster::new, TideModel::restore),
    MEAN(MeanPredictor.NAME, () -> new MeanForecaster(MeanOptions.DEFAULT), MeanPredictor::restore),
    HOLT_WINTERS_DAY("hw-daily", () -> new HoltWintersForecaster(Seasons.DAY), HoltWintersModel::restore),
    HOLT_WINTERS_WEEK("hw-weekly", () -> new HoltWintersForecaster(Seasons.WEEK), HoltWintersModel::restore),
    HOLT_WINTERS_DOUBLE("hw", () -> new HoltWintersForecaster(Seasons.DAY_AND_WEEK), HoltWintersModel::restore),
    PROFILE(WeekProfile.NAME, WeekProfile::forecaster, WeekProfile::restore),
    NAIVE_WEEK(NaiveWeek.NAME, NaiveWeek::forecaster, NaiveWeek::restore);

    private final String id;
    private final Supplier<Forecaster> creator;
    private final Function<byte[], ForecastModel> restorer;

    ForecasterKind(String id, Supplier<Forecaster> creator, Function<byte[], ForecastModel> restorer) {
        this.id = id;
        this.creator = creator;
        this.restorer = restorer;
    }

    static Optional<ForecasterKind> named(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    Forecaster create() {
        return creator.get();
    }

    ForecastModel restore(byte[] snapshot) {
        return restorer.apply(snapshot);
    }
}
