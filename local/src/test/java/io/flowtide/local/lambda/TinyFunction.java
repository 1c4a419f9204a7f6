package io.flowtide.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A function for tests, run in a process of its own. Its event is a JSON text that says what to do; each call is written
 * down in the file that the variable {@code TINY_LOG} names.
 */
public final class TinyFunction implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8).replace("\"", "");
        Path log = Path.of(System.getenv("TINY_LOG"));
        long calls = Files.exists(log)
                ? Files.readAllLines(log).stream().filter(event::equals).count()
                : 0;
        Files.writeString(log, event + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        switch (event) {
            case "fail" -> throw new IllegalStateException("as asked");
            case "fail once" -> {
                if (calls == 0) {
                    throw new IllegalStateException("only this time");
                }
            }
            case "hang" -> hang();
            case "hang once" -> {
                if (calls == 0) {
                    hang();
                }
            }
            default -> output.write("{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void hang() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }
}
