package io.flowtide.core.address;

/** Knows something of addresses, by number. */
public interface AddressTable {

    /** The number of an address of which nothing is known. */
    int UNKNOWN = 0;

    /**
     * @param high the upper 64 bits of the address; IPv4 as {@link AddressReader} has it
     * @param low the lower 64 bits
     */
    int find(long high, long low);
}
