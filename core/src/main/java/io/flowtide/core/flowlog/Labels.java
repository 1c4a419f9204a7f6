package io.flowtide.core.flowlog;

import java.util.Arrays;
import java.util.function.IntFunction;

/** The labels of numbered names, and of pairs of them: each made when it is first asked for. */
final class Labels {

    /** Labels of pairs at hand; a power of two. */
    private static final int PAIRS = 1 << 12;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final IntFunction<String> names;
    private Label[] single = new Label[16];
    private final long[] pairs = new long[PAIRS];
    private final Label[] pairLabels = new Label[PAIRS];

    Labels(IntFunction<String> names) {
        this.names = names;
    }

    Label of(int number) {
        if (number >= single.length) {
            single = Arrays.copyOf(single, Math.max(number + 1, 2 * single.length));
        }
        Label label = single[number];
        if (label == null) {
            label = new Label(names.apply(number));
            single[number] = label;
        }
        return label;
    }

    Label of(int source, int destination) {
        long pair = (long) source << 32 | destination;
        int place = (int) (pair * MIX >>> Long.SIZE - 12);
        if (pairLabels[place] == null || pairs[place] != pair) {
            pairs[place] = pair;
            pairLabels[place] = new Label(pairName(names.apply(source), names.apply(destination)));
        }
        return pairLabels[place];
    }

    static String pairName(String source, String destination) {
        return source + "->" + destination;
    }
}
