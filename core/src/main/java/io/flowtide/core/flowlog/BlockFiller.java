package io.flowtide.core.flowlog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Fills blocks from a stream, on the caller's thread. */
final class BlockFiller {

    private final InputStream in;

    BlockFiller(InputStream in) {
        this.in = in;
    }

    /** Fills the block wholly unless the stream ends or is damaged; then it is the last one. */
    Block fill(Block block) throws IOException {
        block.to = Block.FROM;
        try {
            while (!block.last && block.free() > 0) {
                int read = in.read(block.bytes, block.to, block.free());
                block.last = read < 0;
                block.to += Math.max(read, 0);
            }
        } catch (DamagedInput damaged) {
            block.last = true;
            block.damage = Optional.of(damaged.getMessage());
        }
        return block;
    }
}
