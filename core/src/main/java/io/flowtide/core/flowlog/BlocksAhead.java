package io.flowtide.core.flowlog;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Fills blocks on a thread of its own (reading, decompressing) while earlier ones are being parsed. */
final class BlocksAhead implements Blocks {

    private static final int BLOCKS = 5;

    private final BlockFiller filler;
    private final BlockingQueue<Filled> ready = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BLOCKS);
    private final Thread worker = new Thread(this::fillAll, "flow-log-reader");

    /** A block, or what kept it from being filled. */
    private sealed interface Filled {}

    private record Ready(Block block) implements Filled {}

    private record Failed(Throwable cause) implements Filled {}

    BlocksAhead(Block first, BlockFiller filler) {
        this.filler = filler;
        ready.add(new Ready(first));
        for (int i = 1; i < BLOCKS; i++) {
            free.add(new Block());
        }
        worker.setDaemon(true);
        worker.start();
    }

    private void fillAll() {
        try {
            Block block;
            do {
                block = filler.fill(free.take());
                ready.put(new Ready(block));
            } while (!block.last);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error failure) {
            // There is a place: blocks and this one are never more than the queue holds.
            ready.add(new Failed(failure));
        }
    }

    @Override
    public Block next() throws IOException {
        try {
            Filled filled = ready.take();
            if (filled instanceof Failed failed) {
                throw new IOException("Reading ahead failed: " + failed.cause().getMessage(), failed.cause());
            }
            return ((Ready) filled).block();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while reading a flow log");
        }
    }

    @Override
    public void release(Block block) {
        free.add(block);
    }

    /** Returns once the thread has let go of the stream. */
    @Override
    public void close() {
        worker.interrupt();
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
