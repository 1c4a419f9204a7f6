package io.flowtide.core.geo;

import com.maxmind.db.DatabaseRecord;
import com.maxmind.db.InvalidDatabaseException;
import com.maxmind.db.InvalidNetworkException;
import com.maxmind.db.Networks;
import com.maxmind.db.Reader;
import io.flowtide.core.address.NamedAddresses;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * A database of addresses in the MaxMind DB format, wholly in memory: GeoLite2 Country, City or ASN, and those of others
 * that follow their names. May be shared by threads; the tables may not.
 */
public final class GeoDatabase {

    /** How many networks are looked at to see what the database knows. */
    private static final int LOOKED_AT = 1000;

    private final Reader reader;
    private final String type;
    private final boolean knowsCountries;
    private final boolean knowsAsns;

    private GeoDatabase(Reader reader) {
        this.reader = reader;
        this.type = reader.getMetadata().getDatabaseType();
        this.knowsCountries = knows(GeoRecord::country);
        this.knowsAsns = knows(GeoRecord::asn);
    }

    /**
     * Reads the stream to its end; does not close it.
     *
     * @throws IOException when the stream fails, or holds something else; the message says which
     */
    public static GeoDatabase read(InputStream in) throws IOException {
        try {
            return new GeoDatabase(new Reader(in));
        } catch (InvalidDatabaseException | RuntimeException malformed) {
            throw new IOException(
                    "This is no database in the MaxMind DB format (.mmdb): " + malformed.getMessage(), malformed);
        }
    }

    private boolean knows(GeoRecord.Part part) {
        try {
            @SuppressWarnings("rawtypes")
            Networks<Map> networks = reader.networks(Map.class);
            for (int i = 0; i < LOOKED_AT && networks.hasNext(); i++) {
                @SuppressWarnings("rawtypes")
                DatabaseRecord<Map> record = networks.next();
                if (record.getData() != null && part.of(record.getData()).isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (IOException | InvalidNetworkException | RuntimeException malformed) {
            throw new IllegalArgumentException("its networks can't be read", malformed);
        }
    }

    /** What the database says it is: {@code GeoLite2-Country}. */
    public String type() {
        return type;
    }

    /** Countries by their ISO 3166-1 code; empty when the database knows none. */
    public Optional<NamedAddresses> countries() {
        return knowsCountries ? Optional.of(new GeoTable(reader, GeoRecord::country)) : Optional.empty();
    }

    /** Autonomous systems as {@code AS64500}; empty when the database knows none. */
    public Optional<NamedAddresses> asns() {
        return knowsAsns ? Optional.of(new GeoTable(reader, GeoRecord::asn)) : Optional.empty();
    }
}
