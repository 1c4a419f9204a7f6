package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddedMetricsTest {

    @Test
    void isOneLineOfTheEmbeddedMetricFormat() {
        String line = new EmbeddedMetrics("data-join", Instant.parse("2026-11-21T08:15:00Z"))
                .property("source", "s3://b/\"k\"")
                .count("lateParts", 3)
                .line();

        assertThat(line)
                .isEqualTo("{\"_aws\":{\"Timestamp\":1795248900000,\"CloudWatchMetrics\":[{\"Namespace\":\"Flowtide\","
                        + "\"Dimensions\":[[\"function\"]],\"Metrics\":[{\"Name\":\"lateParts\",\"Unit\":\"Count\"}]}]},"
                        + "\"function\":\"data-join\",\"source\":\"s3://b/\\\"k\\\"\",\"lateParts\":3}");
    }

    @Test
    void goesByTheNameOfTheDeployedFunctionSoThatStagesAreToldApart() {
        String line = new EmbeddedMetrics(Optional.of("flowtide-prod-data-join"), "data-join", Instant.EPOCH)
                .seconds("lag", Duration.ofMinutes(11))
                .line();

        assertThat(line)
                .contains("\"function\":\"flowtide-prod-data-join\"")
                .contains("{\"Name\":\"lag\",\"Unit\":\"Seconds\"}")
                .endsWith("\"lag\":660}");
    }
}
