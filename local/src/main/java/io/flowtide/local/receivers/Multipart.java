package io.flowtide.local.receivers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Slack takes the bytes of a file as they are, or as the only part of a multipart form. */
final class Multipart {

    private static final String END_OF_HEADERS = "\r\n\r\n";

    private Multipart() {}

    static byte[] content(String contentType, byte[] body) {
        int boundary = contentType.indexOf("boundary=");
        if (!contentType.startsWith("multipart/") || boundary < 0) {
            return body;
        }
        // One character per byte, so that positions in the text are positions in the body.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String delimiter = "\r\n--"
                + contentType.substring(boundary + "boundary=".length()).replace("\"", "");
        int start = text.indexOf(END_OF_HEADERS) + END_OF_HEADERS.length();
        int end = text.indexOf(delimiter, start);
        return end < 0 ? body : Arrays.copyOfRange(body, start, end);
    }
}
