package io.flowtide.core.flowlog;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Fills each block when it is asked for. */
final class BlocksInTurn implements Blocks {

    private final BlockFiller filler;
    private final Deque<Block> ready = new ArrayDeque<>();
    private final Deque<Block> free = new ArrayDeque<>();

    BlocksInTurn(Block first, BlockFiller filler) {
        this.filler = filler;
        ready.add(first);
    }

    @Override
    public Block next() throws IOException {
        if (!ready.isEmpty()) {
            return ready.remove();
        }
        return filler.fill(free.isEmpty() ? new Block() : free.remove());
    }

    @Override
    public void release(Block block) {
        free.add(block);
    }

    @Override
    public void close() {
        free.clear();
    }
}
