package io.flowtide.core.address;

/** A table whose numbers have names. Numbers may come into being while addresses are looked up. */
public interface NamedAddresses extends AddressTable {

    /** @param number one that was found, or {@link AddressTable#UNKNOWN} */
    String name(int number);
}
