package io.flowtide.core.flowlog;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A record of any version, written with its fields in any order and read again, is the same in every field. */
class VersionsPropertiesTest {

    private static final List<FlowField> NUMBERS = List.of(FlowField.BYTES, FlowField.PACKETS);
    private static final List<FlowField> TIMES = List.of(FlowField.START, FlowField.END);

    /** Every field as a dimension: whatever the parser finds in it becomes the name of a series. */
    private static final IngestOptions EVERY_FIELD = new IngestOptions(
                    EnumSet.allOf(Metric.class),
                    Arrays.stream(FlowField.values()).map(FlowField::fieldName).toList(),
                    Spread.AT_START)
            .withMaxSeries(10_000);

    /** @param fields what the record says, by field, in the order in which it is written */
    record Record(Map<FlowField, String> fields, List<FlowField> order) {

        String written() {
            return FlowFormat.ofFields(order) + "\n"
                    + String.join(" ", order.stream().map(fields::get).toList()) + "\n";
        }
    }

    @Property(tries = 900)
    void whatIsReadIsWhatWasWritten(@ForAll("records") Record record) {
        IngestReport report = FlowLogs.read(FlowLogs.bytes(record.written()), EVERY_FIELD, RejectSink.none());

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.damage()).isEmpty();
        assertThat(fields(report.counts())).isEqualTo(record.fields);
        assertThat(report.counts().totalThousandths(SeriesId.total("bytes")))
                .isEqualTo(1000 * Long.parseLong(record.fields.get(FlowField.BYTES)));
        assertThat(report.counts().totalThousandths(SeriesId.total("packets")))
                .isEqualTo(1000 * Long.parseLong(record.fields.get(FlowField.PACKETS)));
        assertThat(report.times())
                .hasValue(new TimeRange(
                        instant(record.fields.get(FlowField.START)), instant(record.fields.get(FlowField.END))));
    }

    private static Instant instant(String time) {
        long number = Long.parseLong(time);
        return Instant.ofEpochSecond(number > 100_000_000_000L ? number / 1000 : number);
    }

    private static Map<FlowField, String> fields(MinuteCounts counts) {
        return counts.slots().values().stream()
                .flatMap(row -> row.keySet().stream())
                .filter(series -> series.name().startsWith("requests/") && !series.equals(SeriesId.total("requests")))
                .map(series -> series.name().substring("requests/".length()).split("=", 2))
                .filter(pair -> counts.totalThousandths(new SeriesId("requests/" + pair[0] + "=" + pair[1])) > 0)
                .collect(toMap(
                        pair -> FlowField.named(pair[0]).orElseThrow(),
                        pair -> pair[1],
                        (one, other) -> one,
                        () -> new EnumMap<>(FlowField.class)));
    }

    @Provide
    Arbitrary<Record> records() {
        return Arbitraries.integers().between(2, 10).flatMap(version -> {
            List<FlowField> fields = Arrays.stream(FlowField.values())
                    .filter(field -> isIn(version, field))
                    .toList();
            Arbitrary<Map<FlowField, String>> values = Combinators.combine(
                            fields.stream().map(field -> value(version, field)).toList())
                    .as(list -> byField(fields, list));
            return Combinators.combine(values, Arbitraries.shuffle(new ArrayList<>(fields)))
                    .as(Record::new);
        });
    }

    /** Version 6 is that of transit gateways: it has their fields and no action. */
    private static boolean isIn(int version, FlowField field) {
        boolean gateway = version == 6;
        return field.version() <= version && (gateway ? field != FlowField.ACTION : field.version() != 6);
    }

    private static Map<FlowField, String> byField(List<FlowField> fields, List<String> values) {
        Map<FlowField, String> result = new EnumMap<>(FlowField.class);
        for (int i = 0; i < values.size(); i++) {
            result.put(fields.get(i), values.get(i));
        }
        long start = Long.parseLong(result.get(FlowField.START));
        boolean milliseconds = start % 2 == 0;
        long length = start % 600;
        Function<Long, String> written = second -> String.valueOf(milliseconds ? second * 1000 : second);
        result.put(FlowField.START, written.apply(start));
        result.put(FlowField.END, written.apply(start + length));
        return result;
    }

    private static Arbitrary<String> value(int version, FlowField field) {
        if (TIMES.contains(field)) {
            return Arbitraries.longs().between(1_431_280_876L, 4_000_000_000L).map(String::valueOf);
        }
        if (NUMBERS.contains(field)) {
            return Arbitraries.longs().between(0, 1_000_000_000_000_000L).map(String::valueOf);
        }
        return switch (field) {
            case VERSION -> Arbitraries.just(String.valueOf(version));
            case LOG_STATUS -> Arbitraries.just("OK");
            case ACTION -> Arbitraries.of("ACCEPT", "REJECT");
            case SRCADDR, DSTADDR, PKT_SRCADDR, PKT_DSTADDR ->
                Arbitraries.of("10.0.0.1", "2001:db8:1234:a100:8d6e:3477:df66:f105", "::1", "-");
            default ->
                field.type() == FlowField.Type.STRING
                        ? Arbitraries.strings()
                                .withCharRange('!', '~')
                                .withChars('ü', '…')
                                .ofMinLength(1)
                                .ofMaxLength(30)
                        : Arbitraries.integers().between(0, 65_535).map(String::valueOf);
        };
    }
}
