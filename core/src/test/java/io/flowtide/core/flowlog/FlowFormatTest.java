package io.flowtide.core.flowlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowFormatTest {

    @Test
    void aHeaderNamesTheColumns() {
        assertThat(FlowFormat.ofHeader("bytes  start tcp_flags not-yet-known "))
                .hasValue(new FlowFormat(List.of("bytes", "start", "tcp-flags", "not-yet-known")));
    }

    @Test
    void theFormatOfAFlowLogIsReadAsWell() {
        assertThat(FlowFormat.parse("${version} ${log-status}"))
                .isEqualTo(FlowFormat.ofFields(List.of(FlowField.VERSION, FlowField.LOG_STATUS)));
        assertThatThrownBy(() -> FlowFormat.parse("version, start"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'version, start'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "what is this", "2 1 eni-1 start end", "Start End", "start,end"})
    void otherLinesAreNoHeader(String line) {
        assertThat(FlowFormat.ofHeader(line)).isEmpty();
    }

    @Test
    void aFormatIsWrittenAsItsHeader() {
        FlowFormat all = FlowFormat.ofFields(Arrays.asList(FlowField.values()));

        assertThat(FlowFormat.ofHeader(all.toString())).hasValue(all);
    }
}
