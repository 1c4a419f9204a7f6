package io.flowtide.local.lambda;

import java.io.IOException;

/** Starts a process that runs a function. */
@FunctionalInterface
public interface Launcher {

    /**
     * @param runtimeApi host and port of the Runtime API that the process shall ask for its work
     */
    Process start(String runtimeApi) throws IOException;
}
