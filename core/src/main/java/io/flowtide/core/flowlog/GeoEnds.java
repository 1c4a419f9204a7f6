package io.flowtide.core.flowlog;

import io.flowtide.core.address.AddressCache;
import io.flowtide.core.address.AddressTable;
import io.flowtide.core.address.NamedAddresses;

/** Where the ends of a record are. */
final class GeoEnds implements EndLocator {

    final EndValues values;

    private final AddressCache addresses;

    GeoEnds(NamedAddresses table) {
        this.addresses = new AddressCache(table);
        this.values = new EndValues(table::name);
    }

    @Override
    public void locate(byte[] line, EndColumns columns) {
        values.source = number(line, columns, columns.source(line));
        values.destination = number(line, columns, columns.destination(line));
    }

    private int number(byte[] line, EndColumns columns, int column) {
        return column == EndColumns.ABSENT
                ? AddressTable.UNKNOWN
                : addresses.find(line, columns.from[column], columns.to[column]);
    }
}
