package io.flowtide.standin;

import java.net.URI;

/**
 * Where the stand-ins listen.
 *
 * @param s3 the endpoint of S3, which wants path-style addresses
 * @param dynamo the endpoint of DynamoDB
 */
public record Endpoints(URI s3, URI dynamo) {

    private static final String PREFIX = "stand-ins ";

    /** Whether a line of the process' output is the one that tells the endpoints. */
    static boolean isLine(String line) {
        return line.startsWith(PREFIX);
    }

    static Endpoints parse(String line) {
        String[] uris = line.substring(PREFIX.length()).split(" ");
        return new Endpoints(URI.create(uris[0]), URI.create(uris[1]));
    }

    String line() {
        return PREFIX + s3 + " " + dynamo;
    }
}
