package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.ModelChoices.LastTraining;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.training.ModelChoice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each test has a series of its own. */
class ModelChoicesTest {

    private static final AtomicInteger SERIES = new AtomicInteger();
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");

    private final SeriesId series = SeriesId.of("requests", "test", "" + SERIES.incrementAndGet());
    private final ModelChoices choices = new ModelChoices(Aws.DYNAMO, Aws.TABLE);

    private ModelChoice choice(LocalDate from, long historyVersion, String detector) {
        return new ModelChoice(
                series,
                from,
                from.minusDays(1),
                historyVersion,
                detector,
                "mean",
                "models/x/y.bin",
                "Europe/Berlin;DE-BY",
                Duration.ofMinutes(5));
    }

    @Test
    void theLastOneNotAfterTheDayIsInService() {
        assertThat(choices.inService(series, DAY)).isEmpty();
        assertThat(choices.promote(choice(DAY, 0, "rcf:shingle=8"))).isTrue();
        assertThat(choices.promote(choice(DAY.plusDays(7), 0, "mean"))).isTrue();

        assertThat(choices.inService(series, DAY.minusDays(1))).isEmpty();
        assertThat(choices.inService(series, DAY)).contains(choice(DAY, 0, "rcf:shingle=8"));
        assertThat(choices.inService(series, DAY.plusDays(6))).contains(choice(DAY, 0, "rcf:shingle=8"));
        assertThat(choices.inService(series, DAY.plusDays(400))).contains(choice(DAY.plusDays(7), 0, "mean"));
    }

    @Test
    void promotedTwiceIsPromotedOnce() {
        choices.promote(choice(DAY, 1, "tide"));

        assertThat(choices.promote(choice(DAY, 1, "mean"))).isFalse();
        assertThat(choices.promote(choice(DAY, 0, "mean"))).isFalse();
        assertThat(choices.inService(series, DAY)).contains(choice(DAY, 1, "tide"));
        assertThat(choices.promote(choice(DAY, 2, "mean"))).isTrue();
        assertThat(choices.inService(series, DAY)).contains(choice(DAY, 2, "mean"));
    }

    @Test
    void theLatestTrainingIsRemembered() {
        assertThat(choices.lastTraining(series)).isEmpty();

        choices.trained(series, new LastTraining(DAY, 3));
        choices.trained(series, new LastTraining(DAY.minusDays(1), 4));

        assertThat(choices.lastTraining(series)).contains(new LastTraining(DAY, 3));
        assertThat(choices.inService(series, DAY)).isEmpty();
        choices.forgetTraining(series);
        assertThat(choices.lastTraining(series)).isEmpty();
    }
}
