package io.flowtide.core.services;

import io.flowtide.core.address.AddressRanges;
import io.flowtide.core.address.AddressTable;
import io.flowtide.core.address.Cidr;
import io.flowtide.core.flowlog.RejectSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * Which service, and which zone, an address or a network interface belongs to. An address belongs to the block with the
 * longest prefix that holds it; what that block leaves open is taken from the block around it. Immutable, and found without
 * allocation.
 */
public final class ServiceMap {

    /** The service, and the zone, of an address that is not mapped. */
    public static final String UNMAPPED = "unmapped";

    private final AddressTable addresses;
    private final InterfaceTable interfaces;
    private final boolean anyInterface;
    private final int[] serviceOfPlace;
    private final int[] zoneOfPlace;
    private final List<String> services;
    private final List<String> zones;

    /** @param blocks and interfaces: the places of each */
    ServiceMap(
            Map<Cidr, Place> blocks,
            Map<String, Place> interfaces,
            Numbering<String> services,
            Numbering<String> zones) {
        Numbering<Place> places = new Numbering<>(Place.UNKNOWN);
        this.addresses = AddressRanges.of(
                Numbered.of(blocks, places),
                (outer, own) -> places.of(places.value(own).within(places.value(outer))));
        this.interfaces = new InterfaceTable(Numbered.of(interfaces, places));
        this.anyInterface = !interfaces.isEmpty();
        this.serviceOfPlace = places.values().stream().mapToInt(Place::service).toArray();
        this.zoneOfPlace = places.values().stream().mapToInt(Place::zone).toArray();
        this.services = services.values();
        this.zones = zones.values();
    }

    /**
     * Reads lines of {@code cidr-or-interface,service[,zone]}; {@code #} begins a comment. Does not close the stream.
     *
     * @param rejects gets every line that can't be used, with its number and why; the others count
     */
    public static ServiceMap read(InputStream in, RejectSink rejects) throws IOException {
        return new ServiceMapReader(rejects).read(in);
    }

    /** Places of addresses. */
    public AddressTable addresses() {
        return addresses;
    }

    /** The place of the interface named {@code [from, to)}, {@link AddressTable#UNKNOWN} when it is not mapped. */
    public int interfacePlace(byte[] text, int from, int to) {
        return interfaces.find(text, from, to);
    }

    /** Whether any interface is mapped. */
    public boolean hasInterfaces() {
        return anyInterface;
    }

    /** The number of a place's service. */
    public int service(int place) {
        return serviceOfPlace[place];
    }

    /** The number of a place's zone. */
    public int zone(int place) {
        return zoneOfPlace[place];
    }

    /** The names of the services by number; the first is {@value #UNMAPPED}. */
    public List<String> services() {
        return services;
    }

    /** The names of the zones by number; the first is {@value #UNMAPPED}. */
    public List<String> zones() {
        return zones;
    }
}
