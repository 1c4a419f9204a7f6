package io.flowtide.sagemaker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts records together into as few payloads as a limit of bytes allows, in order. */
final class Payloads {

    private Payloads() {}

    /**
     * @param body the records with their separators
     * @param records how many there are
     */
    record Payload(byte[] body, int records) {}

    /**
     * @param limit the most bytes of a payload
     * @throws EndpointException when a record alone is larger than the limit
     */
    static List<Payload> of(String endpoint, List<String> records, Framing framing, int limit) {
        List<Payload> payloads = new ArrayList<>();
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        int count = 0;
        for (String record : records) {
            byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
            if (bytes.length + framing.size() > limit) {
                throw new EndpointException(
                        endpoint, "takes " + limit + " bytes, but a record alone has " + bytes.length);
            }
            if (count > 0 && open.size() + 1 + bytes.length + framing.size() > limit) {
                payloads.add(new Payload(framing.around(open.toByteArray()), count));
                open.reset();
                count = 0;
            }
            if (count > 0) {
                open.write(framing.separator());
            }
            open.writeBytes(bytes);
            count++;
        }
        if (count > 0) {
            payloads.add(new Payload(framing.around(open.toByteArray()), count));
        }
        return payloads;
    }

    /**
     * What stands around and between records.
     *
     * @param before before the first
     * @param separator between two, one byte
     * @param after after the last
     */
    record Framing(String before, char separator, String after) {

        static final Framing LINES = new Framing("", '\n', "\n");

        int size() {
            return before.length() + after.length();
        }

        byte[] around(byte[] records) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream(records.length + size());
            whole.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
            whole.writeBytes(records);
            whole.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
            return whole.toByteArray();
        }
    }
}
