package io.flowtide.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MeanRequestTest {

    private static final Duration HALF_DAY = Duration.ofHours(12);
    private static final MeanPredictor PREDICTOR = MeanPredictor.train(
            new TimeSeries(
                    SeriesId.total("requests"),
                    Instant.parse("2026-11-02T00:00:00Z"),
                    HALF_DAY,
                    Values.of(10, 100, 30, 100)),
            ZoneOffset.UTC,
            MeanOptions.DEFAULT);

    @Test
    void aRangeIsAnsweredWithARowPerBucket() {
        MeanRequest request = MeanRequest.parse(
                "{\"start\":\"2026-11-09T00:00:00\",\"end\":\"2026-11-10 00:00:00\"}", ZoneOffset.UTC);

        assertThat(request.answer(PREDICTOR, HALF_DAY, ZoneOffset.UTC))
                .isEqualTo("Timestamp,Value,Std\n2026-11-09T00:00:00Z,20,10\n2026-11-09T12:00:00Z,100,0\n");
    }

    @Test
    void timesMayHaveAnOffsetOrNoClock() {
        MeanRequest request = MeanRequest.parse(
                "{\"start\":\"2026-11-09\",\"end\":\"2026-11-09T12:00:00+01:00\"}", ZoneId.of("Europe/Berlin"));

        assertThat(request)
                .isEqualTo(
                        new MeanRequest(Instant.parse("2026-11-08T23:00:00Z"), Instant.parse("2026-11-09T11:00:00Z")));
    }

    @Test
    void whatIsNoRangeIsRefused() {
        assertThatThrownBy(() -> MeanRequest.parse("{\"start\":", ZoneOffset.UTC))
                .hasMessageContaining("is not JSON");
        assertThatThrownBy(() -> MeanRequest.parse("{\"start\":\"2026-11-09\"}", ZoneOffset.UTC))
                .hasMessageContaining("needs \"end\"");
        assertThatThrownBy(() -> MeanRequest.parse("{\"start\":\"2026-11-09\",\"end\":\"2026-11-09\"}", ZoneOffset.UTC))
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> MeanRequest.parse("{\"start\":\"1000-01-01\",\"end\":\"3000-01-01\"}", ZoneOffset.UTC)
                        .answer(PREDICTOR, HALF_DAY, ZoneOffset.UTC))
                .hasMessageContaining("at most a million");
    }
}
