package io.flowtide.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static ForecastScore forecaster(String name, double error, double... byOrigin) {
        return new ForecastScore(name, error, List.of(), Values.of(byOrigin), "");
    }

    @Test
    void whatIsClearlyBetterIsPromoted() {
        Choice choice = Selection.forecaster(
                List.of(forecaster("old", 0.10, 0.1, 0.1, 0.1), forecaster("new", 0.08, 0.07, 0.08, 0.12)), "old");

        assertThat(choice.name()).isEqualTo("new");
        assertThat(choice.promoted()).isTrue();
        assertThat(choice.why()).isEqualTo("new is 8.00 % off, old in service 10.00 %");
    }

    @Test
    void aHairIsNotEnough() {
        Choice choice =
                Selection.forecaster(List.of(forecaster("old", 0.10, 0.1), forecaster("new", 0.0985, 0.09)), "old");

        assertThat(choice.name()).isEqualTo("old");
        assertThat(choice.promoted()).isFalse();
        assertThat(choice.why()).contains("must be better by 2 %");
    }

    @Test
    void oneLuckyOriginIsNotEnough() {
        Choice choice = Selection.forecaster(
                List.of(forecaster("old", 0.10, 0.1, 0.1, 0.1), forecaster("new", 0.08, 0.01, 0.11, 0.12)), "old");

        assertThat(choice.promoted()).isFalse();
    }

    @Test
    void whatCanNotForecastIsNotKept() {
        Choice choice = Selection.forecaster(
                List.of(ForecastScore.failed("old", "too short"), forecaster("new", 0.3, 0.3)), "old");

        assertThat(choice.name()).isEqualTo("new");
    }

    @Test
    void whenNobodyCanNothingChanges() {
        Choice choice = Selection.forecaster(
                List.of(ForecastScore.failed("old", "too short"), ForecastScore.failed("new", "too short")), "old");

        assertThat(choice.name()).isEqualTo("old");
        assertThat(choice.promoted()).isFalse();
    }

    @Test
    void aDetectorIsPromotedWhenItMissesLessOrAlarmsLess() {
        DetectorScore old = DetectorScore.of("old", 2, 20, 18);
        DetectorScore calm = DetectorScore.of("calm", 0.5, 20, 18);
        DetectorScore almost = DetectorScore.of("almost", 1.9, 20, 18);

        assertThat(Selection.detector(List.of(old, calm), "old").name()).isEqualTo("calm");
        assertThat(Selection.detector(List.of(old, almost), "old").promoted()).isFalse();
        assertThat(Selection.detector(List.of(old, calm), "calm").promoted()).isFalse();
        assertThat(Selection.detector(List.of(old), "unknown").name()).isEqualTo("old");
    }
}
