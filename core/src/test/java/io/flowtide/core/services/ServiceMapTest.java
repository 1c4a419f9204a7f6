package io.flowtide.core.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.address.AddressCache;
import io.flowtide.core.flowlog.Rejected;
import io.flowtide.core.flowlog.RejectedLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceMapTest {

    private final RejectedLines rejects = new RejectedLines();

    @Test
    void addressesAndInterfacesHaveServicesAndZones() {
        ServiceMap map = read(
                """
                cidr-or-interface, service, zone
                # the subnets and their zones
                10.0.1.0/24,,eu-central-1a
                10.0.2.0/24,,eu-central-1b

                10.0.1.16/28,checkout      # takes its zone from the subnet
                10.0.2.7,ledger
                2001:db8:7::/48,partner
                eni-0a1b2c3d4e5f60718,gateway,eu-central-1b
                0.0.0.0/0,internet
                """);

        assertThat(rejects.lines()).isEmpty();
        assertThat(at(map, "10.0.1.17")).isEqualTo("checkout in eu-central-1a");
        assertThat(at(map, "10.0.1.1")).isEqualTo("internet in eu-central-1a");
        assertThat(at(map, "10.0.2.7")).isEqualTo("ledger in eu-central-1b");
        assertThat(at(map, "8.8.8.8")).isEqualTo("internet in unmapped");
        assertThat(at(map, "2001:db8:7::1")).isEqualTo("partner in unmapped");
        assertThat(at(map, "2001:db8:8::1")).isEqualTo("unmapped in unmapped");
        assertThat(atInterface(map, "eni-0a1b2c3d4e5f60718")).isEqualTo("gateway in eu-central-1b");
        assertThat(atInterface(map, "eni-0a1b2c3d4e5f60719")).isEqualTo("unmapped in unmapped");
    }

    @Test
    void whatCanNotBeUsedIsRefusedByItsLine() {
        ServiceMap map = read(
                """
                \uFEFFcidr,service
                10.0.1.0/24,checkout
                10.0.1.5/24,checkout
                10.0.2.0/24,ledger,a,b
                10.0.1.0/24,payments
                10.0.3.0/24,other
                10.0.4.0/24,
                10.0.5.0/24,a->b
                nonsense,a
                10.0.6.0/24,web
                """);

        assertThat(rejects.lines()).extracting(Rejected::line).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(rejects.lines())
                .extracting(Rejected::reason)
                .containsExactly(
                        "'10.0.1.5/24' has bits behind its prefix: write the first address of the block, or a longer prefix",
                        "a line is cidr-or-interface,service or cidr-or-interface,service,zone but this one has 4 columns",
                        "'10.0.1.0/24' was mapped in line 2 already",
                        "a service can't be named 'other', since that stands for what is not told apart",
                        "the line names neither a service nor a zone",
                        "a service is named with up to 100 letters, digits, dots, colons, hyphens and underscores, not 'a->b'",
                        "'nonsense' is no IPv4 or IPv6 address");
        assertThat(List.of(at(map, "10.0.1.5"), at(map, "10.0.6.1")))
                .containsExactly("checkout in unmapped", "web in unmapped");
    }

    @Test
    void manyInterfacesAreToldApart() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            text.append("eni-%017x,service-%d%n".formatted(i, i));
        }
        ServiceMap map = read(text.toString());

        for (int i = 0; i < 5000; i++) {
            assertThat(atInterface(map, "eni-%017x".formatted(i))).isEqualTo("service-" + i + " in unmapped");
        }
        assertThat(atInterface(map, "eni-%017x".formatted(5000))).isEqualTo("unmapped in unmapped");
    }

    private ServiceMap read(String text) {
        try {
            return ServiceMap.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), rejects);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String at(ServiceMap map, String address) {
        byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
        return shown(map, new AddressCache(map.addresses()).find(bytes, 0, bytes.length));
    }

    private static String atInterface(ServiceMap map, String name) {
        byte[] bytes = (" " + name).getBytes(StandardCharsets.UTF_8);
        return shown(map, map.interfacePlace(bytes, 1, bytes.length));
    }

    private static String shown(ServiceMap map, int place) {
        return map.services().get(map.service(place)) + " in " + map.zones().get(map.zone(place));
    }
}
