package io.flowtide.core.flowlog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Dimensions that follow from the addresses at the ends of a record. */
enum EndDimension implements Dimension {
    SRC_SERVICE(Facet.SERVICE, Side.SOURCE),
    DST_SERVICE(Facet.SERVICE, Side.DESTINATION),
    /** The service of the interface that saw the record. */
    SERVICE(Facet.SERVICE, Side.OWN),
    /** Service to service. */
    PAIR(Facet.SERVICE, Side.BOTH),
    SRC_ZONE(Facet.ZONE, Side.SOURCE),
    DST_ZONE(Facet.ZONE, Side.DESTINATION),
    /** Zone to zone. */
    ZONES(Facet.ZONE, Side.BOTH),
    SRC_COUNTRY(Facet.COUNTRY, Side.SOURCE),
    DST_COUNTRY(Facet.COUNTRY, Side.DESTINATION),
    SRC_ASN(Facet.ASN, Side.SOURCE),
    DST_ASN(Facet.ASN, Side.DESTINATION);

    /** What of an end. */
    enum Facet {
        SERVICE(Knowledge.SERVICES),
        ZONE(Knowledge.SERVICES),
        COUNTRY(Knowledge.GEOGRAPHY),
        ASN(Knowledge.GEOGRAPHY);

        private final Knowledge needed;

        Facet(Knowledge needed) {
            this.needed = needed;
        }
    }

    /** Of which end. */
    enum Side {
        SOURCE,
        DESTINATION,
        OWN,
        BOTH
    }

    private final Facet facet;
    private final Side side;
    private final String dimensionName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    EndDimension(Facet facet, Side side) {
        this.facet = facet;
        this.side = side;
    }

    Facet facet() {
        return facet;
    }

    Side side() {
        return side;
    }

    Knowledge needed() {
        return facet.needed;
    }

    static Optional<EndDimension> named(String name) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.dimensionName.equals(name))
                .findFirst();
    }

    /** All that need this, for people. */
    static String names(Knowledge needed) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.facet.needed == needed)
                .map(dimension -> dimension.dimensionName)
                .collect(Collectors.joining(", "));
    }

    @Override
    public boolean isIn(FlowFormat format) {
        boolean source = format.has(FlowField.SRCADDR) || format.has(FlowField.PKT_SRCADDR);
        boolean destination = format.has(FlowField.DSTADDR) || format.has(FlowField.PKT_DSTADDR);
        return switch (side) {
            case SOURCE -> source;
            case DESTINATION -> destination;
            case BOTH -> source && destination;
            case OWN -> source && destination || format.has(FlowField.INTERFACE_ID);
        };
    }
}
