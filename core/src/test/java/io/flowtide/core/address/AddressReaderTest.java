package io.flowtide.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressReaderTest {

    private final AddressReader reader = new AddressReader();

    @Test
    void ipv4IsMapped() {
        assertThat(read("10.1.2.255")).isTrue();
        assertThat(reader.high()).isZero();
        assertThat(reader.low()).isEqualTo(0xFFFF_0A01_02FFL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "1::",
                "2001:db8::8:800:200c:417a",
                "2001:DB8:0:0:8:800:200C:417A",
                "::ffff:129.144.52.38",
                "64:ff9b::192.0.2.33",
                "1:2:3:4:5:6:7::",
                "::2:3:4:5:6:7:8",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
            })
    void textFormsOfRfc4291(String text) throws UnknownHostException {
        assertThat(read(text)).isTrue();
        assertThat(bytes()).isEqualTo(sixteen(InetAddress.getByName(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1..2.3",
                "1.2.3.",
                ".1.2.3",
                "1.2.3.4x",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "1::2::3",
                "12345::",
                "g::",
                ":1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1.2.3.4::",
                "eni-0123",
                "99999999999999999999.1.1.1",
                "1:2:3:4:5:6:7:"
            })
    void whatIsNoAddress(String text) {
        assertThat(read(text)).isFalse();
    }

    @Property
    void theSameAsTheJdk(@ForAll @Size(16) byte[] address, @ForAll("groupings") int zerosFrom)
            throws UnknownHostException {
        for (int i = zerosFrom; i < Math.min(16, zerosFrom + 6); i++) {
            address[i] = 0;
        }
        InetAddress jdk = InetAddress.getByAddress(address);
        assertThat(read(jdk.getHostAddress())).isTrue();
        assertThat(bytes()).isEqualTo(sixteen(jdk));
        assertThat(read(compressed(address))).isTrue();
        assertThat(bytes()).isEqualTo(address);
    }

    /** With {@code ::} for the first run of groups of zeros. */
    private static String compressed(byte[] address) {
        String text = IntStream.range(0, 8)
                .mapToObj(i -> Integer.toHexString(ByteBuffer.wrap(address).getShort(2 * i) & 0xFFFF))
                .collect(Collectors.joining(":"));
        return text.replaceFirst("(^|:)0(:0)+(:|$)", "::");
    }

    @Property
    void noTextIsTooMuch(@ForAll @StringLength(max = 60) String text, @ForAll("almost") String almost) {
        read(text);
        read(almost);
    }

    @Provide
    Arbitrary<Integer> groupings() {
        return Arbitraries.integers().between(0, 16);
    }

    @Provide
    Arbitrary<String> almost() {
        return Arbitraries.strings().withChars("0123456789abcdef:.").ofMaxLength(50);
    }

    private boolean read(String text) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
        return reader.read(bytes, 1, bytes.length - 1);
    }

    private byte[] bytes() {
        return ByteBuffer.allocate(16)
                .putLong(reader.high())
                .putLong(reader.low())
                .array();
    }

    private static byte[] sixteen(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 16
                ? bytes
                : ByteBuffer.allocate(16).putLong(0).putInt(0xFFFF).put(bytes).array();
    }
}
