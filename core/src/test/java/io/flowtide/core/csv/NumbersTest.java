package io.flowtide.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"7.0, 7", "0.1, 0.1", "-3.25, -3.25", "1e7, 10000000", "1.5e-7, 0.00000015", "NaN, ''", "-0.0, 0"})
    void writesPlainNumbers(double number, String text) {
        assertThat(Numbers.format(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"7.00000001, 7", "0.12345, 0.123", "-0.0001, 0", "2.5005, 2.501", "NaN, ''", "1234567890, 1234567890"})
    void rounds(double number, String text) {
        assertThat(Numbers.format(number, 3)).isEqualTo(text);
    }
}
