package io.flowtide.benchmarks;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * A flow log of six hours of a busy VPC, as AWS writes it: default format with header, 40 interfaces, 300 hosts, records of
 * 20 to 60 seconds. The same number of records always gives the same bytes.
 */
public final class SampleLog {

    private static final long START = 1_763_712_000L;
    private static final int SIX_HOURS = 21_600;
    private static final int[] PORTS = {443, 80, 22, 3306, 5432, 8080};
    private static final String HEADER =
            "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets"
                    + " bytes start end action log-status\n";

    private final SplittableRandom random = new SplittableRandom(7);
    private final String[] interfaces = new String[40];
    private final String[] hosts = new String[300];

    private SampleLog() {
        for (int i = 0; i < interfaces.length; i++) {
            interfaces[i] = "eni-0%016x".formatted(random.nextLong());
        }
        for (int i = 0; i < hosts.length; i++) {
            hosts[i] = "10.0." + random.nextInt(8) + "." + random.nextInt(1, 255);
        }
    }

    /** Writes {@code <records> <file>}: plain text, or gzip when the name ends in {@code .gz}. */
    public static void main(String[] arguments) throws IOException {
        try (OutputStream file = new FileOutputStream(arguments[1]);
                OutputStream out = arguments[1].endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file;
                OutputStream buffered = new BufferedOutputStream(out, 1 << 16)) {
            write(Integer.parseInt(arguments[0]), buffered);
        }
    }

    static void write(int records, OutputStream out) {
        SampleLog log = new SampleLog();
        try {
            out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < records; i++) {
                out.write(log.record((int) ((long) i * SIX_HOURS / records)).getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String record(int second) {
        long start = START + second + random.nextInt(30);
        int packets = random.nextBoolean() ? random.nextInt(1, 2000) : random.nextInt(1, 30);
        return "2 123456789010 " + pick(interfaces) + ' ' + pick(hosts) + ' ' + pick(hosts) + ' '
                + random.nextInt(1024, 65_536) + ' ' + PORTS[random.nextInt(PORTS.length)] + ' '
                + (random.nextInt(10) > 0 ? 6 : 17) + ' ' + packets + ' '
                + packets * (long) random.nextInt(40, 1500) + ' ' + start + ' '
                + (start + random.nextInt(20, 60)) + (random.nextInt(20) > 0 ? " ACCEPT OK\n" : " REJECT OK\n");
    }

    private String pick(String[] values) {
        return values[random.nextInt(values.length)];
    }
}
