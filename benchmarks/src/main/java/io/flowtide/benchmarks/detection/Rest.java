package io.flowtide.benchmarks.detection;

import java.util.ArrayDeque;
import java.util.Deque;

/** One event alarms once: a score counts only where it is higher than all of the rows just before it. */
final class Rest {

    private Rest() {}

    /**
     * @param rows how many rows a score is held against
     * @return the scores that count, 0 in place of the others
     */
    static double[] after(double[] scores, int rows) {
        double[] counted = new double[scores.length];
        Deque<Integer> descending = new ArrayDeque<>();
        for (int i = 0; i < scores.length; i++) {
            if (!descending.isEmpty() && descending.peekFirst() < i - rows) {
                descending.removeFirst();
            }
            counted[i] = descending.isEmpty() || scores[i] > scores[descending.peekFirst()] ? scores[i] : 0;
            while (!descending.isEmpty() && scores[descending.peekLast()] <= scores[i]) {
                descending.removeLast();
            }
            descending.addLast(i);
        }
        return counted;
    }
}
