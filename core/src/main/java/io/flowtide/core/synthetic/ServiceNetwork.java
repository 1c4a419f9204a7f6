package io.flowtide.core.synthetic;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which way flows go: from whom to whom, and how often each. A service has an interface and the subnet of that number.
 *
 * @param services their names, by the number of their interface; none when flows only come from outside
 * @param edges the ways, each as often as it is listed
 * @param cuts when a way is closed
 */
public record ServiceNetwork(List<String> services, List<Edge> edges, List<Cut> cuts) {

    /** The number of what is outside. */
    static final int INTERNET = -1;

    /** The name of what is outside. */
    public static final String INTERNET_NAME = "internet";

    /**
     * A way that flows go.
     *
     * @param source the sender's interface, or {@link #INTERNET}
     * @param destination the receiver's interface
     */
    record Edge(int source, int destination) {}

    /**
     * A time in which nothing goes one way.
     *
     * @param pair the way, as services are named: {@code checkout->ledger}
     * @param period the time, as an anomaly of silence
     */
    public record Cut(String pair, PlantedAnomaly period) {

        /** How a cut is written. */
        public static final String SYNTAX =
                "SERVICE->SERVICE@TIME[/DURATION], for example checkout->ledger@2026-11-20T10:00/1h";

        /**
         * Reads {@link #SYNTAX}.
         *
         * @param zone the zone of times that are written without an offset
         * @throws IllegalArgumentException when the text is no such thing; the message says why
         */
        public static Cut parse(String spec, ZoneId zone) {
            int at = spec.indexOf('@');
            if (at < 0 || spec.contains("*")) {
                throw new IllegalArgumentException("'" + spec + "' is not " + SYNTAX);
            }
            return new Cut(spec.substring(0, at).strip(), PlantedAnomaly.parse("silence" + spec.substring(at), zone));
        }
    }

    public ServiceNetwork {
        services = List.copyOf(services);
        edges = List.copyOf(edges);
        cuts = List.copyOf(cuts);
        List<String> known = pairs(services, edges);
        cuts.forEach(cut -> {
            if (!known.contains(cut.pair)) {
                throw new IllegalArgumentException(
                        "'" + cut.pair + "' is no way that flows go; take one of " + String.join(", ", known));
            }
        });
    }

    /** Flows from outside to each of so many interfaces, and no services. */
    static ServiceNetwork ofInterfaces(int interfaces) {
        List<Edge> edges = IntStream.range(0, interfaces)
                .mapToObj(destination -> new Edge(INTERNET, destination))
                .toList();
        return new ServiceNetwork(List.of(), edges, List.of());
    }

    /** A shop: half of the flows come from outside to web, which asks checkout and catalog, which both ask ledger. */
    public static ServiceNetwork shop(List<Cut> cuts) {
        List<Edge> edges = new ArrayList<>();
        add(edges, 10, new Edge(INTERNET, 0));
        add(edges, 4, new Edge(0, 1));
        add(edges, 3, new Edge(0, 2));
        add(edges, 2, new Edge(1, 3));
        add(edges, 1, new Edge(2, 3));
        return new ServiceNetwork(List.of("web", "checkout", "catalog", "ledger"), edges, cuts);
    }

    private static void add(List<Edge> edges, int times, Edge edge) {
        IntStream.range(0, times).forEach(time -> edges.add(edge));
    }

    private static List<String> pairs(List<String> services, List<Edge> edges) {
        return services.isEmpty()
                ? List.of()
                : edges.stream().map(edge -> pair(services, edge)).distinct().toList();
    }

    private static String pair(List<String> services, Edge edge) {
        String source = edge.source == INTERNET ? INTERNET_NAME : services.get(edge.source);
        return source + "->" + services.get(edge.destination);
    }

    Edge pick(Noise noise) {
        return edges.get(noise.below(edges.size()));
    }

    /** Whether nothing goes this way in the minute that starts then. */
    boolean isCut(Edge edge, Instant minute) {
        return !cuts.isEmpty()
                && cuts.stream()
                        .anyMatch(cut -> cut.pair.equals(pair(services, edge)) && cut.period.isSilentAt(minute));
    }

    /** The service map of the network; the zones of the subnets take turns. */
    public String serviceMap() {
        return IntStream.range(0, services.size())
                .mapToObj(i -> "10.0.%d.0/24,%s,eu-central-1%c\n".formatted(i, services.get(i), 'a' + i % 3))
                .collect(Collectors.joining(
                        "", "cidr-or-interface,service,zone\n", "0.0.0.0/0," + INTERNET_NAME + ",\n"));
    }
}
