package io.flowtide.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.address.AddressCache;
import io.flowtide.core.address.NamedAddresses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeoDatabaseTest {

    @Test
    void countriesOfBothKindsOfAddresses() throws IOException {
        GeoDatabase database = read(new MmdbWriter(6, "GeoLite2-Country")
                .put("81.2.69.0/24", Map.of("country", Map.of("iso_code", "GB")))
                .put("81.2.70.0/23", Map.of("country", Map.of("iso_code", "DE")))
                .put("2001:db8::/32", Map.of("country", Map.of("iso_code", "DE"))));

        assertThat(database.type()).isEqualTo("GeoLite2-Country");
        assertThat(database.asns()).isEmpty();
        assertThat(names(
                        database.countries().orElseThrow(),
                        "81.2.69.142",
                        "81.2.71.1",
                        "2001:db8::1",
                        "10.0.0.1",
                        "::1"))
                .containsExactly("GB", "DE", "DE", "unknown", "unknown");
    }

    @Test
    void numbersOfAutonomousSystemsInAnIpv4Database() throws IOException {
        GeoDatabase database =
                read(new MmdbWriter(4, "GeoLite2-ASN").put("81.2.69.0/24", Map.of("autonomous_system_number", 64500L)));

        assertThat(database.countries()).isEmpty();
        assertThat(names(database.asns().orElseThrow(), "81.2.69.1", "81.2.70.1", "2001:db8::1"))
                .containsExactly("AS64500", "unknown", "unknown");
    }

    @Test
    void bothInTheNamesThatOthersUse() throws IOException {
        GeoDatabase database =
                read(new MmdbWriter(4, "ipinfo lite").put("81.2.69.0/24", Map.of("country", "GB", "asn", "AS64501")));

        assertThat(names(database.countries().orElseThrow(), "81.2.69.1")).containsExactly("GB");
        assertThat(names(database.asns().orElseThrow(), "81.2.69.1")).containsExactly("AS64501");
    }

    @Test
    void somethingElseIsRefused() {
        byte[] text = "network,country\n".repeat(100).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> GeoDatabase.read(new ByteArrayInputStream(text)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no database in the MaxMind DB format");
        assertThatThrownBy(() -> GeoDatabase.read(new ByteArrayInputStream(new byte[0])))
                .hasMessageContaining("no database in the MaxMind DB format");
    }

    private static GeoDatabase read(MmdbWriter writer) throws IOException {
        return GeoDatabase.read(new ByteArrayInputStream(writer.bytes()));
    }

    private static List<String> names(NamedAddresses table, String... addresses) {
        AddressCache cache = new AddressCache(table);
        return List.of(addresses).stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .map(text -> table.name(cache.find(text, 0, text.length)))
                .toList();
    }
}
