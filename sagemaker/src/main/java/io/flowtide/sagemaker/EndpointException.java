package io.flowtide.sagemaker;

/** An endpoint did not answer, or not with what was asked for. The message names it and says why. */
public final class EndpointException extends RuntimeException {

    EndpointException(String endpoint, String problem) {
        super("The endpoint " + endpoint + " " + problem);
    }

    EndpointException(String endpoint, String problem, Throwable cause) {
        super("The endpoint " + endpoint + " " + problem, cause);
    }
}
