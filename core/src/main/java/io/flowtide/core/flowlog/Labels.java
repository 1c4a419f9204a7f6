package io.flowtide.core.flowlog;

import java.util.Arrays;
import java.util.function.IntFunction;

/** The labels of numbered names, and of pairs of them: each made when it is first asked for. */
final class Labels {

    /** Pairs that are kept; when there are more, all are made anew. About 6 MB. */
    private static final int MOST_PAIRS = 1 << 16;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final IntFunction<String> names;
    private Label[] single = new Label[16];
    private long[] pairs = new long[64];
    private Label[] pairLabels = new Label[64];
    private int pairCount;

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
        int place = place(pair);
        return pairLabels[place] == null ? insert(pair, source, destination) : pairLabels[place];
    }

    /** Where the pair is, or would be. */
    private int place(long pair) {
        int mask = pairs.length - 1;
        int place = (int) (pair * MIX >>> 32) & mask;
        while (pairLabels[place] != null && pairs[place] != pair) {
            place = place + 1 & mask;
        }
        return place;
    }

    private Label insert(long pair, int source, int destination) {
        if (2 * pairCount == pairs.length) {
            makeRoom();
        }
        Label label = new Label(pairName(names.apply(source), names.apply(destination)));
        put(pair, label);
        return label;
    }

    private void put(long pair, Label label) {
        int place = place(pair);
        pairs[place] = pair;
        pairLabels[place] = label;
        pairCount++;
    }

    private void makeRoom() {
        long[] before = pairs;
        Label[] labels = pairLabels;
        boolean full = pairCount >= MOST_PAIRS;
        int size = full ? pairs.length : 2 * pairs.length;
        pairs = new long[size];
        pairLabels = new Label[size];
        pairCount = 0;
        for (int i = 0; i < before.length && !full; i++) {
            if (labels[i] != null) {
                put(before[i], labels[i]);
            }
        }
    }

    static String pairName(String source, String destination) {
        return source + "->" + destination;
    }
}
