package io.flowtide.core.flowlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The messages of CloudWatch Logs subscription events, a line each: of {@code DATA_MESSAGE} documents as Firehose stores
 * them, any number in a row, or of one that a Lambda function is called with ({@code awslogs.data}: base64 of gzip of the
 * same). Control messages have no lines.
 */
final class SubscriptionText extends InputStream {

    private static final JsonFactory JSON = new JsonFactory().disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);

    private final JsonParser parser;
    private boolean control;
    private boolean inEvents;
    private boolean anyEvents;
    private Optional<SubscriptionText> within = Optional.empty();
    private ByteArrayInputStream line = new ByteArrayInputStream(new byte[0]);

    SubscriptionText(InputStream in) throws IOException {
        this.parser = JSON.createParser(in);
    }

    /** @param start the first characters of a JSON document */
    static boolean matches(String start) {
        return start.contains("\"messageType\"") || start.contains("\"awslogs\"");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws DamagedInput where the document breaks off, is malformed, or is another kind of document */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        do {
            int read = within.isPresent() ? within.get().read(bytes, offset, length) : line.read(bytes, offset, length);
            if (read >= 0) {
                return read;
            }
            within = Optional.empty();
        } while (advance());
        return -1;
    }

    /** Goes on to the next line or the document within; false at the end. */
    private boolean advance() throws IOException {
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (reached(token)) {
                    return true;
                }
            }
        } catch (JsonProcessingException malformed) {
            throw new DamagedInput("Malformed CloudWatch Logs event at byte "
                    + malformed.getLocation().getByteOffset() + ": " + malformed.getOriginalMessage());
        }
        if (!anyEvents) {
            throw new DamagedInput("The JSON holds no logEvents of CloudWatch Logs");
        }
        return false;
    }

    private boolean reached(JsonToken token) throws IOException {
        if (token == JsonToken.FIELD_NAME) {
            return field(parser.currentName());
        }
        if (inEvents && token == JsonToken.START_OBJECT) {
            String message = message();
            if (control) {
                return false;
            }
            line = new ByteArrayInputStream((message + "\n").getBytes(StandardCharsets.UTF_8));
            return true;
        }
        inEvents &= token != JsonToken.END_ARRAY;
        return false;
    }

    /** True when another document lies within. */
    private boolean field(String name) throws IOException {
        JsonToken value = parser.nextToken();
        switch (name) {
            case "messageType" -> control = !parser.getText().equals("DATA_MESSAGE");
            case "logEvents" -> {
                inEvents = value == JsonToken.START_ARRAY;
                anyEvents = true;
            }
            case "data" -> {
                InputStream zipped = new ByteArrayInputStream(parser.getBinaryValue());
                anyEvents = true;
                within = Optional.of(new SubscriptionText(new GzipMembers(zipped)));
            }
            case "awslogs" -> control = false;
            default -> parser.skipChildren();
        }
        return within.isPresent();
    }

    private String message() throws IOException {
        String message = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals("message");
            parser.nextToken();
            if (wanted) {
                message = parser.getText();
            }
            parser.skipChildren();
        }
        return message;
    }
}
