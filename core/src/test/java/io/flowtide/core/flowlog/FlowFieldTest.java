package io.flowtide.core.flowlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FlowFieldTest {

    @ParameterizedTest
    @CsvSource({"2,14", "3,7", "4,4", "5,4", "6,18", "7,10", "8,1", "9,1", "10,1"})
    void everyVersionBroughtItsFields(int version, long fields) {
        assertThat(Arrays.stream(FlowField.values()).filter(field -> field.version() == version))
                .hasSize((int) fields);
    }

    @ParameterizedTest
    @EnumSource
    void aFieldIsFoundByBothItsNames(FlowField field) {
        assertThat(FlowField.named(field.fieldName())).hasValue(field);
        assertThat(FlowField.named(field.columnName())).hasValue(field);
    }

    @Test
    void otherNamesAreNoFields() {
        assertThat(FlowField.named("Start")).isEmpty();
        assertThat(FlowField.named("")).isEmpty();
    }
}
