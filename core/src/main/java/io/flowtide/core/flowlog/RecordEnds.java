package io.flowtide.core.flowlog;

import io.flowtide.core.dependency.DependencyCounts;
import io.flowtide.core.flowlog.EndDimension.Facet;
import io.flowtide.core.geo.GeoDatabase;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the two ends of the record at hand: as much of it as is to be counted, and nothing is done where that is
 * nothing. Allocates nothing per record.
 */
final class RecordEnds {

    private final Map<Facet, EndValues> values = new EnumMap<>(Facet.class);
    private final EndLocator[] locators;
    private final Optional<DependencyCounts> dependencies;

    RecordEnds(Enrichment enrichment, List<EndDimension> dimensions) {
        Set<Facet> wanted = EnumSet.noneOf(Facet.class);
        dimensions.forEach(dimension -> wanted.add(dimension.facet()));
        boolean countsDependencies = enrichment.countsDependencies();
        Optional<ServiceEnds> services = enrichment
                .services()
                .filter(map -> countsDependencies || wanted.contains(Facet.SERVICE) || wanted.contains(Facet.ZONE))
                .map(ServiceEnds::new);
        services.ifPresent(ends -> {
            values.put(Facet.SERVICE, ends.services);
            values.put(Facet.ZONE, ends.zones);
        });
        Optional<GeoEnds> countries = enrichment
                .geography()
                .filter(geography -> wanted.contains(Facet.COUNTRY))
                .flatMap(GeoDatabase::countries)
                .map(GeoEnds::new);
        countries.ifPresent(ends -> values.put(Facet.COUNTRY, ends.values));
        Optional<GeoEnds> asns = enrichment
                .geography()
                .filter(geography -> wanted.contains(Facet.ASN))
                .flatMap(GeoDatabase::asns)
                .map(GeoEnds::new);
        asns.ifPresent(ends -> values.put(Facet.ASN, ends.values));
        locators = Arrays.asList(services, countries, asns).stream()
                .flatMap(Optional::stream)
                .toArray(EndLocator[]::new);
        dependencies = enrichment
                .services()
                .filter(map -> countsDependencies)
                .map(map -> new DependencyCounts(map.services()));
    }

    /** Whether anything is to be found out. */
    boolean any() {
        return locators.length > 0;
    }

    void locate(byte[] line, EndColumns columns) {
        for (EndLocator locator : locators) {
            locator.locate(line, columns);
        }
    }

    /** Empty when nothing is known of it. */
    Optional<EndValues> values(Facet facet) {
        return Optional.ofNullable(values.get(facet));
    }

    /** Empty when they are not counted. */
    Optional<DependencyCounts> dependencies() {
        return dependencies;
    }
}
