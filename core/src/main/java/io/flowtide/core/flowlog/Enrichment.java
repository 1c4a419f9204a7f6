package io.flowtide.core.flowlog;

import io.flowtide.core.address.NamedAddresses;
import io.flowtide.core.geo.GeoDatabase;
import io.flowtide.core.services.ServiceMap;
import java.util.Optional;
import java.util.function.Function;

/**
 * What users know of addresses beyond what a flow log says.
 *
 * @param services which service and zone they belong to
 * @param geography in which country and network they are
 * @param dependencies whether it is counted per hour which service reached which; takes a service map
 */
public record Enrichment(Optional<ServiceMap> services, Optional<GeoDatabase> geography, boolean dependencies) {

    public static final Enrichment NONE = new Enrichment(Optional.empty(), Optional.empty(), false);

    public Enrichment withServices(ServiceMap map) {
        return new Enrichment(Optional.of(map), geography, dependencies);
    }

    public Enrichment withGeography(GeoDatabase database) {
        return new Enrichment(services, Optional.of(database), dependencies);
    }

    /** Counts the dependency table as well, when there is a service map. */
    public Enrichment withDependencies() {
        return new Enrichment(services, geography, true);
    }

    /** What must be supplied before a dimension can be told, for people; empty when it is all there. */
    String missing(Dimension dimension) {
        if (!(dimension instanceof EndDimension end)) {
            return "";
        }
        return switch (end.facet()) {
            case SERVICE, ZONE -> services.isPresent() ? "" : "a service map, and there is none";
            case COUNTRY -> missing(GeoDatabase::countries, "countries");
            case ASN -> missing(GeoDatabase::asns, "numbers of autonomous systems");
        };
    }

    private String missing(Function<GeoDatabase, Optional<NamedAddresses>> table, String what) {
        if (geography.isEmpty()) {
            return "a geography file in the MaxMind DB format, and there is none";
        }
        return geography.flatMap(table).isPresent()
                ? ""
                : "a geography file with " + what + ", and " + geography.get().type() + " has none";
    }

    boolean countsDependencies() {
        return dependencies && services.isPresent();
    }
}
