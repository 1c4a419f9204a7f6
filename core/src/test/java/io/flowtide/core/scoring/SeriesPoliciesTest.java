package io.flowtide.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.scoring.SeriesPolicies.SeriesPolicy;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesPoliciesTest {

    private static final SeriesPolicy USUAL = new SeriesPolicy(IncidentPolicy.DEFAULT, "default");

    private static SeriesPolicy of(String overrides, String series) {
        return SeriesPolicies.parse(overrides, USUAL).of(new SeriesId(series));
    }

    @Test
    void theFirstEntryThatFitsCounts() {
        String overrides = "bytes/dstport=443 deviation=0.1; bytes/* deviation=0.5 buckets=3;";

        assertThat(of(overrides, "requests/all")).isEqualTo(USUAL);
        assertThat(of(overrides, "bytes/all").incidents().relevance().minimumDeviation())
                .isEqualTo(0.5);
        assertThat(of(overrides, "bytes/all").incidents().relevance().minimumBuckets())
                .isEqualTo(3);
        assertThat(of(overrides, "bytes/dstport=443").incidents().relevance())
                .isEqualTo(Relevance.DEFAULT.withMinimumDeviation(0.1));
    }

    @Test
    void everySettingCanBeAnother() {
        SeriesPolicy policy = of(
                "*=a.b* difference=100 confidence=0.5 severity=high recovery=2 rest=PT2H cutoff=fixed:5",
                "requests/service=a.b");

        assertThat(policy.cutOff()).isEqualTo("fixed:5");
        assertThat(policy.incidents().recoveryBuckets()).isEqualTo(2);
        assertThat(policy.incidents().rest()).isEqualTo(Duration.ofHours(2));
        assertThat(policy.incidents().relevance().minimumDifference()).isEqualTo(100);
        assertThat(policy.incidents().relevance().minimumConfidence()).isEqualTo(0.5);
        assertThat(policy.incidents().relevance().quiet().least()).isEqualTo(Severity.HIGH);
        assertThat(of("*=a.b* difference=1", "requests/service=axb")).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bytes/* deviation=much   | deviation=much
                    bytes/* deviation=-1     | deviation=-1
                    bytes/* colour=red       | settings are deviation
                    bytes/* rest=1h          | rest=1h
                    bytes/* severity=WORST   | severity=WORST
                    bytes/* cutoff=median    | there is no cut-off
                    """)
    void whatCanNotBeUsedIsNamed(String overrides, String problem) {
        assertThatThrownBy(() -> SeriesPolicies.parse(overrides, USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The policy '" + overrides + "' can't be used")
                .hasMessageContaining(problem);
    }
}
