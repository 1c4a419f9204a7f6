package io.flowtide.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.series.SeriesId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendsTest {

    @Test
    void theFirstEntryThatFitsDecides() {
        Backends backends = Backends.parse(
                "requests/all=rcf@my-endpoint, requests/action=REJECT=mean@rejects,requests/*=deepar@Deep1?steps=72&cat=3");

        assertThat(backends.of(SeriesId.total("requests")))
                .contains(new Backend(Backend.Kind.RCF, "my-endpoint", Map.of()));
        assertThat(backends.of(SeriesId.of("requests", "action", "REJECT")))
                .contains(new Backend(Backend.Kind.MEAN, "rejects", Map.of()));
        assertThat(backends.of(SeriesId.of("requests", "dstport", "443")))
                .contains(new Backend(Backend.Kind.DEEPAR, "Deep1", Map.of("steps", "72", "cat", "3")));
        assertThat(backends.of(SeriesId.total("bytes"))).isEmpty();
        assertThat(Backends.parse("").of(SeriesId.total("bytes"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rcf@x", "requests/all=rcf", "requests/all=oracle@x", "requests/all=rcf@-x", "a/b=rcf@x?y"})
    void whatIsWrittenOtherwiseIsNamed(String entry) {
        assertThatThrownBy(() -> Backends.parse(entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is written like")
                .hasMessageContaining("rcf@my-endpoint");
    }

    @Test
    void optionsAreChecked() {
        Backend backend = Backend.parse("rcf@x?shingle=0");

        assertThatThrownBy(() -> backend.option("shingle", 1, 100))
                .hasMessage("The option shingle of rcf@x is a whole number from 1 to 100, not 0");
        assertThat(backend.option("other", 7, 100)).isEqualTo(7);
    }
}
