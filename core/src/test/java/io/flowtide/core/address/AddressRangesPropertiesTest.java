package io.flowtide.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AddressRangesPropertiesTest {

    @Test
    void theLongestPrefixWins() {
        AddressRanges ranges = AddressRanges.of(
                Map.of(
                        Cidr.parse("10.0.0.0/8"), 1,
                        Cidr.parse("10.0.1.0/24"), 2,
                        Cidr.parse("10.0.1.7"), 3,
                        Cidr.parse("2001:db8::/32"), 4,
                        Cidr.parse("::/0"), 5),
                (outer, own) -> own);
        AddressCache cache = new AddressCache(ranges);

        assertThat(List.of(
                        "10.0.0.1",
                        "10.0.1.6",
                        "10.0.1.7",
                        "10.0.1.8",
                        "10.0.2.0",
                        "11.0.0.0",
                        "2001:db8::1",
                        "ffff::"))
                .extracting(text -> find(cache, text))
                .containsExactly(1, 2, 3, 2, 1, 5, 4, 5);
    }

    @Test
    void ipv4IsNotAllOfIpv6() {
        AddressCache cache =
                new AddressCache(AddressRanges.of(Map.of(Cidr.parse("0.0.0.0/0"), 1), (outer, own) -> own));

        assertThat(List.of(
                        "0.0.0.0",
                        "255.255.255.255",
                        "::",
                        "::1",
                        "::1:0:0:0",
                        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"))
                .extracting(text -> find(cache, text))
                .containsExactly(1, 1, 0, 0, 0, 0);
        assertThat(find(cache, "no address")).isZero();
    }

    @Test
    void malformedBlocksAreRefusedWithAReason() {
        assertThatThrownBy(() -> Cidr.parse("10.0.0.1/24")).hasMessageContaining("bits behind its prefix");
        assertThatThrownBy(() -> Cidr.parse("10.0.0.0/33")).hasMessageContaining("0 to 32, not '33'");
        assertThatThrownBy(() -> Cidr.parse("::/129")).hasMessageContaining("0 to 128, not '129'");
        assertThatThrownBy(() -> Cidr.parse("10.0.0.0/")).hasMessageContaining("not ''");
        assertThatThrownBy(() -> Cidr.parse("10.0.0/24")).hasMessageContaining("'10.0.0' is no IPv4 or IPv6 address");
    }

    @Property(tries = 500)
    void sameAsLookingAtEveryBlock(@ForAll("blocks") List<Cidr> blocks, @ForAll("addresses") List<long[]> addresses) {
        Map<Cidr, Integer> numbers = new HashMap<>();
        blocks.forEach(block -> numbers.putIfAbsent(block, numbers.size() + 1));
        AddressCache cache = new AddressCache(AddressRanges.of(numbers, (outer, own) -> own));

        for (long[] address : addresses) {
            Cidr single = new Cidr(address[0], address[1], 128);
            int expected = numbers.entrySet().stream()
                    .filter(entry -> entry.getKey().contains(single))
                    .max(Comparator.comparing(entry -> entry.getKey().length()))
                    .map(Map.Entry::getValue)
                    .orElse(AddressTable.UNKNOWN);
            assertThat(find(cache, text(address))).isEqualTo(expected);
        }
    }

    private static int find(AddressCache cache, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return cache.find(bytes, 0, bytes.length);
    }

    private static String text(long[] address) {
        ByteBuffer bytes = ByteBuffer.allocate(16).putLong(address[0]).putLong(address[1]);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append(i == 0 ? "" : ":").append(Integer.toHexString(bytes.getShort(2 * i) & 0xFFFF));
        }
        return text.toString();
    }

    /** Few bits differ, so that blocks lie within one another and at the edges. */
    @Provide
    Arbitrary<List<long[]>> addresses() {
        Arbitrary<Long> edges =
                Arbitraries.of(0L, 1L, 2L, 0x8000_0000_0000_0000L, -1L, -2L, 0xFFFF_0A00_0000L, 0xFFFF_0A00_0001L);
        return Combinators.combine(edges, edges)
                .as((high, low) -> new long[] {high, low})
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Cidr>> blocks() {
        return Combinators.combine(
                        addresses().map(list -> list.get(0)),
                        Arbitraries.integers().between(0, 128))
                .as((address, length) -> {
                    long high = length >= 64 ? address[0] : length == 0 ? 0 : address[0] & -1L << 64 - length;
                    long low = length <= 64 ? 0 : address[1] & -1L << 128 - length;
                    return new Cidr(high, low, length);
                })
                .list()
                .ofMaxSize(12);
    }
}
