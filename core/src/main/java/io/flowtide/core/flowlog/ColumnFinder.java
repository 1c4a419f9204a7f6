package io.flowtide.core.flowlog;

/** Finds some columns of a line whose columns are parted by one space each. */
final class ColumnFinder {

    /** Where each wanted column of the line starts. */
    final int[] from;
    /** Where each wanted column of the line ends, exclusive. */
    final int[] to;

    /** Spaces between the start of one wanted column and the next. */
    private final int[] spaces;

    private final int spacesBehind;

    /**
     * @param wanted the indexes of the columns to find, ascending, at least one
     * @param columns how many columns a line has
     */
    ColumnFinder(int[] wanted, int columns) {
        from = new int[wanted.length];
        to = new int[wanted.length];
        spaces = new int[wanted.length];
        int before = 0;
        for (int i = 0; i < wanted.length; i++) {
            spaces[i] = wanted[i] - before;
            before = wanted[i];
        }
        spacesBehind = columns - 1 - before;
    }

    /** False when the line {@code [lineFrom, lineTo)} has another number of columns. */
    boolean find(byte[] line, int lineFrom, int lineTo) {
        int index = lineFrom;
        int start = lineFrom;
        long marks = Swar.spaces(Swar.word(line, index));
        for (int i = 0; i < spaces.length; i++) {
            int left = spaces[i];
            if (left > 0) {
                int marked = Long.bitCount(marks);
                while (marked < left) {
                    left -= marked;
                    index += Long.BYTES;
                    if (index >= lineTo) {
                        return false;
                    }
                    marks = Swar.spaces(Swar.word(line, index));
                    marked = Long.bitCount(marks);
                }
                for (; left > 1; left--) {
                    marks &= marks - 1;
                }
                start = index + Swar.before(marks) + 1;
                marks &= marks - 1;
            }
            while (marks == 0 && index + Long.BYTES < lineTo) {
                index += Long.BYTES;
                marks = Swar.spaces(Swar.word(line, index));
            }
            int end = marks == 0 ? lineTo : Math.min(lineTo, index + Swar.before(marks));
            if (start > end) {
                return false;
            }
            from[i] = start;
            to[i] = end;
        }
        return spacesBehind == 0 ? to[to.length - 1] == lineTo : count(line, index, marks, lineTo) == spacesBehind;
    }

    /** The marks from here to the end of the line. */
    private static int count(byte[] line, int from, long first, int lineTo) {
        int count = 0;
        int index = from;
        long marks = first;
        while (index + Long.BYTES < lineTo) {
            count += Long.bitCount(marks);
            index += Long.BYTES;
            marks = Swar.spaces(Swar.word(line, index));
        }
        long beyond = index + Long.BYTES - lineTo;
        return count + Long.bitCount(marks << 8 * beyond);
    }
}
