package io.flowtide.cli;

import io.flowtide.core.flowlog.Enrichment;
import io.flowtide.core.geo.GeoDatabase;
import io.flowtide.core.services.ServiceMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the commands have in common that know more of addresses than a flow log says. */
final class EnrichmentOptions {

    @Option(
            names = "--services",
            paramLabel = "FILE.csv",
            description = "Which service, and which zone, addresses and interfaces belong to: lines of "
                    + "'cidr-or-interface,service[,zone]', the longest prefix wins. Gives the dimensions service, "
                    + "src-service, dst-service, pair, src-zone, dst-zone and zones.")
    private Optional<Path> services = Optional.empty();

    @Option(
            names = "--geography",
            paramLabel = "FILE.mmdb",
            description = "A database in the MaxMind DB format. Gives the dimensions src-country and dst-country, or "
                    + "src-asn and dst-asn, as the database knows them.")
    private Optional<Path> geography = Optional.empty();

    boolean hasServices() {
        return services.isPresent();
    }

    /**
     * Reads the files.
     *
     * @throws BadInputException when one can't be read; lines of a service map that can't be used are told before
     */
    Enrichment read(Surroundings surroundings) throws BadInputException {
        Enrichment enrichment = Enrichment.NONE;
        if (services.isPresent()) {
            enrichment = enrichment.withServices(serviceMap(services.get(), surroundings));
        }
        if (geography.isPresent()) {
            enrichment = enrichment.withGeography(geography(geography.get(), surroundings));
        }
        return enrichment;
    }

    private static ServiceMap serviceMap(Path file, Surroundings surroundings) throws BadInputException {
        Complaints complaints = new Complaints(file.toString(), surroundings.err());
        try (complaints;
                InputStream in = open(file, surroundings)) {
            ServiceMap map = ServiceMap.read(in, complaints);
            if (complaints.none()) {
                return map;
            }
        } catch (IOException unreadable) {
            throw new BadInputException(file + ": " + unreadable.getMessage());
        }
        throw new BadInputException(file + ": This service map is not used, because of the lines above");
    }

    private static GeoDatabase geography(Path file, Surroundings surroundings) throws BadInputException {
        try (InputStream in = open(file, surroundings)) {
            return GeoDatabase.read(in);
        } catch (IOException unreadable) {
            throw new BadInputException(file + ": " + unreadable.getMessage());
        }
    }

    private static InputStream open(Path file, Surroundings surroundings) throws IOException {
        return new Input(file.toString(), Optional.of(file)).open(surroundings);
    }
}
