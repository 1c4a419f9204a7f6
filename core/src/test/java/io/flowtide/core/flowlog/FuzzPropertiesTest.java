package io.flowtide.core.flowlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes, reading ends with a report that accounts for every line; it never throws. */
class FuzzPropertiesTest {

    private static final String LOG = FlowFormat.DEFAULT + "\n"
            + FlowLogs.record(FlowLogs.START, FlowLogs.START + 60, 1000, 10, "ACCEPT")
            + "2 1 eni-1 - - - - - - - 1431280876 1431280934 - NODATA\r\n\n"
            + FlowLogs.record(FlowLogs.START, FlowLogs.START + 600, 1000, 10, "REJECT");

    @Property
    void randomBytes(@ForAll byte[] bytes) {
        accountedFor(bytes);
    }

    @Property
    void randomWords(@ForAll("words") List<String> words) {
        accountedFor(FlowLogs.bytes(String.join("", words)));
    }

    @Property
    void aLogWithSomeBytesChanged(@ForAll Random random) {
        accountedFor(mutated(LOG.repeat(3).getBytes(StandardCharsets.UTF_8), random));
    }

    @Property
    void aGzipWithSomeBytesChanged(@ForAll Random random) {
        accountedFor(mutated(FlowLogs.gzip(FlowLogs.bytes(LOG.repeat(3))), random));
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void accountedFor(byte[] bytes) {
        RejectedLines rejects = new RejectedLines();
        IngestReport report = FlowLogs.read(bytes, IngestOptions.defaults(), rejects);

        assertThat(rejects.total()).isGreaterThanOrEqualTo(report.rejected());
        assertThat(rejects.total() > report.rejected())
                .isEqualTo(report.damage().isPresent());
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(
                        " ",
                        " ",
                        " ",
                        "\n",
                        "\r\n",
                        "2",
                        "-",
                        "OK",
                        "NODATA",
                        "start",
                        "end",
                        "bytes",
                        "packets",
                        "log-status",
                        "1431280876",
                        "99999999999999999999",
                        "ACCEPT",
                        "\u0000",
                        "ü",
                        "{",
                        "${start}")
                .list()
                .ofMaxSize(80);
    }
}
