package io.flowtide.core.flowlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is written as a line of columns is found again, of every version and whatever columns are wanted. */
class ColumnFinderPropertiesTest {

    @Property
    void aRecordOfEveryVersionIsReadAsItWasWritten(
            @ForAll @IntRange(min = 2, max = 10) int version, @ForAll("values") List<String> values) {
        List<String> record = Arrays.stream(FlowField.values())
                .filter(field -> field.version() <= version)
                .map(field -> values.get(field.ordinal()))
                .toList();

        int[] all = IntStream.range(0, record.size()).toArray();
        assertThat(found(record, all)).isEqualTo(record);
    }

    @Property
    void onlyWhatIsWantedIsFound(@ForAll("values") List<String> values, @ForAll("columns") int[] wanted) {
        List<String> expected = Arrays.stream(wanted).mapToObj(values::get).toList();

        assertThat(found(values, wanted)).isEqualTo(expected);
    }

    @Property
    void anotherNumberOfColumnsIsRefused(
            @ForAll("values") List<String> values,
            @ForAll("columns") int[] wanted,
            @ForAll @IntRange(max = 59) int kept) {
        ColumnFinder finder = new ColumnFinder(wanted, values.size());
        byte[] fewer = line(values.subList(0, kept));
        byte[] more =
                line(IntStream.range(0, values.size() + 1).mapToObj(i -> "x").toList());

        assertThat(finder.find(fewer, Swar.SLACK, fewer.length - Swar.SLACK)).isFalse();
        assertThat(finder.find(more, Swar.SLACK, more.length - Swar.SLACK)).isFalse();
    }

    private static List<String> found(List<String> record, int[] wanted) {
        ColumnFinder finder = new ColumnFinder(wanted, record.size());
        byte[] line = line(record);
        assertThat(finder.find(line, Swar.SLACK, line.length - Swar.SLACK)).isTrue();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            found.add(new String(line, finder.from[i], finder.to[i] - finder.from[i], StandardCharsets.UTF_8));
        }
        return found;
    }

    /** The line, between spaces that are not its own. */
    private static byte[] line(List<String> record) {
        String slack = " ".repeat(Swar.SLACK);
        return FlowLogs.bytes(slack + String.join(" ", record) + slack);
    }

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars('ü', '€')
                .ofMaxLength(20)
                .list()
                .ofSize(FlowField.values().length);
    }

    @Provide
    Arbitrary<int[]> columns() {
        return Arbitraries.integers()
                .between(0, FlowField.values().length - 1)
                .set()
                .ofMinSize(1)
                .map(set -> set.stream().sorted().mapToInt(Integer::intValue).toArray());
    }
}
