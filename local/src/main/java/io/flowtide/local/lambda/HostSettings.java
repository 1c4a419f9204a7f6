package io.flowtide.local.lambda;

/**
 * @param processes how many processes of one function run at most
 * @param retry how long a failed event waits
 * @param listener is told of each event that a process takes
 */
public record HostSettings(int processes, RetryPolicy retry, Listener listener) {

    /** Told just before an event goes to a process. */
    @FunctionalInterface
    public interface Listener {

        Listener NONE = (function, event, process) -> {};

        void taken(String function, byte[] event, ProcessHandle process);
    }

    public HostSettings(int processes, RetryPolicy retry) {
        this(processes, retry, Listener.NONE);
    }
}
