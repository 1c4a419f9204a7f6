package io.flowtide.core.flowlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class IngestPropertiesTest {

    /** What a record says, and in which format it is written. */
    record Flow(long start, long duration, long bytes, long packets, String action, boolean milliseconds) {

        String in(FlowFormat format) {
            Map<FlowField, String> known = new EnumMap<>(FlowField.class);
            long unit = milliseconds ? 1000 : 1;
            known.put(FlowField.VERSION, "2");
            known.put(FlowField.START, String.valueOf(start * unit));
            known.put(FlowField.END, String.valueOf((start + duration) * unit));
            known.put(FlowField.BYTES, String.valueOf(bytes));
            known.put(FlowField.PACKETS, String.valueOf(packets));
            known.put(FlowField.ACTION, action);
            known.put(FlowField.LOG_STATUS, "OK");
            return String.join(
                    " ",
                    format.columns().stream()
                            .map(name ->
                                    known.getOrDefault(FlowField.named(name).orElseThrow(), "x-" + name.length()))
                            .toList());
        }

        void countIn(MinuteCounts counts) {
            for (String dimension : List.of("all", "action=" + action)) {
                counts.add(new SeriesId("requests/" + dimension), start, start + duration, 1);
                counts.add(new SeriesId("bytes/" + dimension), start, start + duration, bytes);
                counts.add(new SeriesId("packets/" + dimension), start, start + duration, packets);
            }
        }
    }

    @Property(tries = 300)
    void whatIsReadIsWhatWasWrittenInAnyFormat(
            @ForAll("flows") List<Flow> flows, @ForAll("formats") FlowFormat format, @ForAll boolean zipped) {
        byte[] text = FlowLogs.bytes(written(flows, format));

        IngestReport report =
                FlowLogs.read(zipped ? FlowLogs.gzip(text) : text, IngestOptions.defaults(), RejectSink.none());

        MinuteCounts expected = new MinuteCounts();
        flows.forEach(flow -> flow.countIn(expected));
        assertThat(report.accepted()).isEqualTo(flows.size());
        assertThat(report.counts().slots()).isEqualTo(expected.slots());
    }

    @Property(tries = 200)
    void anyOrderAndAnySplitOverFilesGiveTheSame(
            @ForAll("flows") List<Flow> flows, @ForAll Random random, @ForAll @IntRange(max = 30) int cut) {
        List<Flow> shuffled = new ArrayList<>(flows);
        Collections.shuffle(shuffled, random);
        int split = Math.min(cut, shuffled.size());

        MinuteCounts parts = read(shuffled.subList(0, split));
        parts.merge(read(shuffled.subList(split, shuffled.size())));

        assertThat(parts.slots()).isEqualTo(read(flows).slots());
    }

    private static MinuteCounts read(List<Flow> flows) {
        byte[] file = FlowLogs.bytes(written(flows, FlowFormat.DEFAULT));
        return FlowLogs.read(file, IngestOptions.defaults(), RejectSink.none()).counts();
    }

    private static String written(List<Flow> flows, FlowFormat format) {
        StringBuilder text = new StringBuilder(format + "\n");
        flows.forEach(flow -> text.append(flow.in(format)).append('\n'));
        return text.toString();
    }

    @Provide
    Arbitrary<List<Flow>> flows() {
        return Combinators.combine(
                        Arbitraries.longs().between(1_000_000_000L, 1_000_010_000L),
                        Arbitraries.longs().between(0, 900),
                        Arbitraries.longs().between(0, 1_000_000_000_000L),
                        Arbitraries.longs().between(0, 1_000_000_000L),
                        Arbitraries.of("ACCEPT", "REJECT", "a-longer-value"),
                        Arbitraries.of(true, false))
                .as(Flow::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<FlowFormat> formats() {
        List<FlowField> needed = List.of(
                FlowField.START,
                FlowField.END,
                FlowField.BYTES,
                FlowField.PACKETS,
                FlowField.ACTION,
                FlowField.LOG_STATUS);
        return Arbitraries.subsetOf(FlowField.values()).flatMap(some -> {
            some.addAll(needed);
            return Arbitraries.shuffle(new ArrayList<>(some)).map(FlowFormat::ofFields);
        });
    }
}
