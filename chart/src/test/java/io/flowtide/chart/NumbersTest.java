package io.flowtide.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "-0.0|0",
                "7|7",
                "0.25|0.25",
                "0.0123|0.0123",
                "0.985|0.985",
                "0.98512|0.985",
                "12.34|12.3",
                "138.7|139",
                "9876|9,876",
                "-9876|−9,876",
                "9999.9|10,000",
                "10000|10k",
                "12345|12.3k",
                "482000|482k",
                "999960|1M",
                "1234567|1.23M",
                "3.4e9|3.4G",
                "5e12|5T",
                "NaN|–",
                "Infinity|–",
            })
    void compactNumbersHaveThreeDigits(double number, String text) {
        assertThat(Numbers.compact(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "482|120|+302%",
                "0|120|−100%",
                "103|100|+3%",
                "100.5|100|+0.5%",
                "990|100|+890%",
                "1300|100|×13",
                "999|1|×999",
                "19700|0.46|''",
                "-50|-100|+50%",
                "5|0|''",
                "5|NaN|''",
                "NaN|5|''",
            })
    void aChangeIsRelativeToWhatWasExpected(double value, double expected, String text) {
        assertThat(Numbers.change(value, expected)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0.5|2|0",
                "0.5|0.5|2|0.5",
                "1|0.5|2|1.0",
                "-20|20|60|−20",
                "5000|1000|9000|5,000",
                "500000|500000|2e6|0.5M",
                "1e9|5e8|2e9|1.0G",
                "20000|20000|80000|20k",
            })
    void ticksOfOneAxisAreWrittenAlike(double number, double step, double largest, String text) {
        assertThat(Numbers.tick(number, step, largest)).isEqualTo(text);
    }
}
