package io.flowtide.core.flowlog;

import io.flowtide.core.address.AddressCache;
import io.flowtide.core.address.AddressTable;
import io.flowtide.core.services.ServiceMap;

/**
 * The services and zones of the ends of a record. A mapped interface stands for its end where {@code flow-direction} says
 * which one that is, and for the record's own service anyhow.
 */
final class ServiceEnds implements EndLocator {

    final EndValues services;
    final EndValues zones;

    private final ServiceMap map;
    private final AddressCache places;

    ServiceEnds(ServiceMap map) {
        this.map = map;
        this.places = new AddressCache(map.addresses());
        this.services = new EndValues(map.services()::get);
        this.zones = new EndValues(map.zones()::get);
    }

    @Override
    public void locate(byte[] line, EndColumns columns) {
        int source = place(line, columns, columns.source(line));
        int destination = place(line, columns, columns.destination(line));
        int seenBy = interfacePlace(line, columns);
        byte direction = columns.direction(line);
        int sourceFirst = direction == 'e' ? seenBy : AddressTable.UNKNOWN;
        int destinationFirst = direction == 'i' ? seenBy : AddressTable.UNKNOWN;
        services.source = first(map.service(sourceFirst), map.service(source));
        services.destination = first(map.service(destinationFirst), map.service(destination));
        services.own = first(map.service(seenBy), own(direction));
        zones.source = first(map.zone(sourceFirst), map.zone(source));
        zones.destination = first(map.zone(destinationFirst), map.zone(destination));
    }

    private int own(byte direction) {
        return switch (direction) {
            case 'e' -> services.source;
            case 'i' -> services.destination;
            default -> first(services.destination, services.source);
        };
    }

    private static int first(int value, int otherwise) {
        return value == 0 ? otherwise : value;
    }

    private int place(byte[] line, EndColumns columns, int column) {
        return column == EndColumns.ABSENT
                ? AddressTable.UNKNOWN
                : places.find(line, columns.from[column], columns.to[column]);
    }

    private int interfacePlace(byte[] line, EndColumns columns) {
        int column = columns.networkInterface();
        return column == EndColumns.ABSENT || !map.hasInterfaces()
                ? AddressTable.UNKNOWN
                : map.interfacePlace(line, columns.from[column], columns.to[column]);
    }
}
