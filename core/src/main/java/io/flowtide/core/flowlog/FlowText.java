package io.flowtide.core.flowlog;

import java.io.IOException;
import java.util.Arrays;

/** Reads a flow log in text: puts the lines together that were broken off at the end of a block. */
final class FlowText {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final LineReader lines;
    private boolean insideOverlong;

    private FlowText(LineReader lines) {
        this.lines = lines;
    }

    static IngestReport read(Blocks blocks, IngestOptions options, RejectSink rejects) throws IOException {
        LineReader lines = new LineReader(options, rejects);
        new FlowText(lines).read(blocks);
        return lines.report();
    }

    private void read(Blocks blocks) throws IOException {
        Block block = blocks.next();
        int rest = read(block, Block.FROM + byteOrderMark(block));
        while (!block.last) {
            Block next = blocks.next();
            int from = Block.FROM - (block.to - rest);
            System.arraycopy(block.bytes, rest, next.bytes, from, block.to - rest);
            blocks.release(block);
            block = next;
            rest = read(block, from);
        }
        block.damage.ifPresent(lines::damaged);
    }

    private static int byteOrderMark(Block block) {
        int at = Block.FROM;
        boolean marked = block.to - at >= BYTE_ORDER_MARK.length
                && Arrays.equals(
                        block.bytes, at, at + BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return marked ? BYTE_ORDER_MARK.length : 0;
    }

    /** Reads the lines that end in the block; returns where the one starts that does not. */
    private int read(Block block, int from) {
        int start = from;
        if (insideOverlong) {
            start = behindNewline(block, from);
            insideOverlong = start == block.to && block.bytes[start - 1] != '\n';
        }
        int rest = Math.max(start, behindLastNewline(block, start));
        lines.read(block.bytes, start, rest);
        return block.last ? end(block, rest) : kept(block, rest);
    }

    private int kept(Block block, int rest) {
        if (block.to - rest <= Block.LONGEST_LINE) {
            return rest;
        }
        lines.overlong(block.bytes, rest, block.to);
        insideOverlong = true;
        return block.to;
    }

    /** The last line needs no newline, unless damage cut it off. */
    private int end(Block block, int rest) {
        if (rest < block.to && block.damage.isPresent()) {
            lines.brokenOff(block.bytes, rest, block.to);
        } else if (rest < block.to) {
            block.bytes[block.to] = '\n';
            lines.read(block.bytes, rest, block.to + 1);
        }
        return block.to;
    }

    private static int behindNewline(Block block, int from) {
        int index = from;
        while (index < block.to && block.bytes[index] != '\n') {
            index++;
        }
        return Math.min(index + 1, block.to);
    }

    private static int behindLastNewline(Block block, int from) {
        int index = block.to;
        while (index > from && block.bytes[index - 1] != '\n') {
            index--;
        }
        return index;
    }
}
