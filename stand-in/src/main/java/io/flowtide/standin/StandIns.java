package io.flowtide.standin;

import java.io.PrintStream;

/** S3 and DynamoDB in this process. */
public final class StandIns implements AutoCloseable {

    private final S3Server s3;
    private final DynamoDbServer dynamo;

    private StandIns(S3Server s3, DynamoDbServer dynamo) {
        this.s3 = s3;
        this.dynamo = dynamo;
    }

    /** Starts both servers and creates what the layout names. */
    public static StandIns start(Layout layout) {
        StandIns standIns = new StandIns(S3Server.start(), DynamoDbServer.start());
        new Furnishing(standIns.endpoints()).create(layout);
        return standIns;
    }

    public Endpoints endpoints() {
        return new Endpoints(s3.endpoint(), dynamo.endpoint());
    }

    @Override
    public void close() {
        dynamo.close();
        s3.close();
    }

    /**
     * Prints the endpoints as one line and runs until the input ends: when whoever started this process dies, so does
     * it.
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream answer = System.out;
        System.setOut(System.err);
        try (StandIns standIns = start(Layout.parse(arguments))) {
            answer.println(standIns.endpoints().line());
            System.in.transferTo(PrintStream.nullOutputStream());
        }
        System.exit(0);
    }
}
