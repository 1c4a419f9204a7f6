package io.flowtide.core.flowlog;

/** What counts as a request. A flow log does not know of requests; each of these stands for them in its way. */
public enum RequestMeaning {
    /** A flow record is one: the connection of two ports in an aggregation interval. */
    RECORDS("records"),
    /**
     * A record that saw a TCP connection being opened by its source (SYN without ACK in {@code tcp-flags}) is one, any
     * other is none. A file without {@code tcp-flags} counts records.
     */
    CONNECTIONS("connections"),
    /** A packet is one. */
    PACKETS("packets");

    private static final int SYN = 0x02;
    private static final int ACK = 0x10;

    private final String configurationName;

    RequestMeaning(String configurationName) {
        this.configurationName = configurationName;
    }

    /** @throws IllegalArgumentException when there is none of that name; the message says which there are */
    public static RequestMeaning parse(String name) {
        for (RequestMeaning meaning : values()) {
            if (meaning.configurationName.equals(name)) {
                return meaning;
            }
        }
        throw new IllegalArgumentException(
                "Requests are counted as 'records', 'connections' or 'packets', not '" + name + "'");
    }

    /** @param tcpFlags the bits of all packets of a record; negative when they are not known */
    static boolean opensConnection(long tcpFlags) {
        return tcpFlags >= 0 && (tcpFlags & (SYN | ACK)) == SYN;
    }
}
