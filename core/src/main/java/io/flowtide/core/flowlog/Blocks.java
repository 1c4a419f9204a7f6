package io.flowtide.core.flowlog;

import java.io.Closeable;
import java.io.IOException;

/** A file, block by block. */
interface Blocks extends Closeable {

    /** The next block; not to be called after the {@link Block#last} one. */
    Block next() throws IOException;

    /** Gives a block back to be filled again. */
    void release(Block block);

    @Override
    void close();

    /**
     * The blocks behind {@code first}: filled by another thread when there is a second processor to run it and more than
     * one block to fill.
     */
    static Blocks of(Block first, BlockFiller rest) {
        boolean alone = first.last || Runtime.getRuntime().availableProcessors() < 2;
        return alone ? new BlocksInTurn(first, rest) : new BlocksAhead(first, rest);
    }
}
