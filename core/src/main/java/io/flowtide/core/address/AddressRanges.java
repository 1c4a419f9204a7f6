package io.flowtide.core.address;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;

/**
 * Blocks of addresses with a number each, the longest prefix first. The blocks, which lie within one another or apart, are
 * cut into ranges that lie side by side, so that an address is found by one binary search in a few arrays of numbers.
 */
public final class AddressRanges implements AddressTable {

    private final long[] highs;
    private final long[] lows;
    private final int[] values;

    private AddressRanges(List<Range> ranges) {
        highs = ranges.stream().mapToLong(Range::high).toArray();
        lows = ranges.stream().mapToLong(Range::low).toArray();
        values = ranges.stream().mapToInt(Range::value).toArray();
    }

    /** A range from here to the start of the next one. */
    private record Range(long high, long low, int value) {}

    private record Block(Cidr cidr, int value) {}

    /**
     * @param blocks their numbers
     * @param within makes the number of a block that lies in another: of the outer one's and its own
     */
    public static AddressRanges of(Map<Cidr, Integer> blocks, IntBinaryOperator within) {
        List<Map.Entry<Cidr, Integer>> order = new ArrayList<>(blocks.entrySet());
        order.sort(Map.Entry.comparingByKey(Comparator.comparing(Cidr::high, Long::compareUnsigned)
                .thenComparing(Cidr::low, Long::compareUnsigned)
                .thenComparing(Cidr::length)));
        List<Range> ranges = new ArrayList<>(List.of(new Range(0, 0, UNKNOWN)));
        Deque<Block> open = new ArrayDeque<>();
        for (Map.Entry<Cidr, Integer> entry : order) {
            close(open, ranges, entry.getKey());
            int outer = open.isEmpty() ? UNKNOWN : open.peek().value;
            Block block = new Block(entry.getKey(), within.applyAsInt(outer, entry.getValue()));
            start(ranges, block.cidr.high(), block.cidr.low(), block.value);
            open.push(block);
        }
        while (!open.isEmpty()) {
            end(open, ranges);
        }
        return new AddressRanges(ranges);
    }

    private static void close(Deque<Block> open, List<Range> ranges, Cidr next) {
        while (!open.isEmpty() && !open.peek().cidr.contains(next)) {
            end(open, ranges);
        }
    }

    /** Behind the end of a block the one around it goes on. */
    private static void end(Deque<Block> open, List<Range> ranges) {
        Cidr ended = open.pop().cidr;
        long low = ended.lastLow() + 1;
        long high = ended.lastHigh() + (low == 0 ? 1 : 0);
        if (high != 0 || low != 0) {
            start(ranges, high, low, open.isEmpty() ? UNKNOWN : open.peek().value);
        }
    }

    private static void start(List<Range> ranges, long high, long low, int value) {
        Range last = ranges.get(ranges.size() - 1);
        if (last.high == high && last.low == low) {
            ranges.remove(ranges.size() - 1);
        }
        ranges.add(new Range(high, low, value));
    }

    @Override
    public int find(long high, long low) {
        int from = 0;
        int to = highs.length;
        while (to - from > 1) {
            int middle = from + to >>> 1;
            if (isAtOrBelow(middle, high, low)) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return values[from];
    }

    private boolean isAtOrBelow(int place, long high, long low) {
        int order = Long.compareUnsigned(highs[place], high);
        return order < 0 || order == 0 && Long.compareUnsigned(lows[place], low) <= 0;
    }
}
