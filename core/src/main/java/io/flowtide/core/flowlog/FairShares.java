package io.flowtide.core.flowlog;

import java.util.stream.IntStream;

/** Divides a number of places so that nobody gets more than wanted, and no one gets less for another's having more than it. */
final class FairShares {

    private FairShares() {}

    /**
     * Max-min fairness.
     *
     * @param places what there is to share; everyone who wants any gets at least one, even beyond it
     * @param wanted what each wants, not negative
     */
    static int[] of(int places, int[] wanted) {
        int[] shares = new int[wanted.length];
        int[] order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted((left, right) -> Integer.compare(wanted[left], wanted[right]))
                .mapToInt(Integer::intValue)
                .toArray();
        int left = places;
        for (int i = 0; i < order.length; i++) {
            int fair = Math.max(1, left / (order.length - i));
            shares[order[i]] = Math.min(fair, wanted[order[i]]);
            left -= shares[order[i]];
        }
        return shares;
    }
}
