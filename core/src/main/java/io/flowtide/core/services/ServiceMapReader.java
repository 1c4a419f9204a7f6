package io.flowtide.core.services;

import io.flowtide.core.address.Cidr;
import io.flowtide.core.flowlog.RejectSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a service map line by line. */
final class ServiceMapReader {

    private static final int MOST_ENTRIES = 100_000;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]{0,99}");
    private static final Pattern INTERFACE = Pattern.compile("[a-z]{2,10}-[0-9A-Za-z-]{1,60}");
    /** What may stand above the first column. */
    private static final Set<String> HEADINGS = Set.of("address", "cidr", "interface", "cidr-or-interface");
    /** What Flowtide itself calls what it can't tell apart. */
    private static final Set<String> TAKEN = Set.of(ServiceMap.UNMAPPED, "other");

    private final RejectSink rejects;
    private final Map<Cidr, Place> blocks = new LinkedHashMap<>();
    private final Map<String, Place> interfaces = new LinkedHashMap<>();
    private final Map<Object, Long> lines = new HashMap<>();
    private final Numbering<String> services = new Numbering<>(ServiceMap.UNMAPPED);
    private final Numbering<String> zones = new Numbering<>(ServiceMap.UNMAPPED);

    ServiceMapReader(RejectSink rejects) {
        this.rejects = rejects;
    }

    ServiceMap read(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        long number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            try {
                line(number, number == 1 ? line.replaceFirst("^\uFEFF", "") : line);
            } catch (IllegalArgumentException unusable) {
                rejects.reject(number, unusable.getMessage(), line);
            }
        }
        return new ServiceMap(blocks, interfaces, services, zones);
    }

    private void line(long number, String line) {
        String content = line.replaceFirst("#.*", "");
        if (content.isBlank()) {
            return;
        }
        List<String> columns =
                Arrays.stream(content.split(",", -1)).map(String::strip).toList();
        if (number == 1 && HEADINGS.contains(columns.get(0))) {
            return;
        }
        if (columns.size() < 2 || columns.size() > 3) {
            throw new IllegalArgumentException("a line is cidr-or-interface,service or cidr-or-interface,service,zone"
                    + " but this one has " + columns.size() + " columns");
        }
        entry(number, columns.get(0), columns.get(1), columns.size() == 3 ? columns.get(2) : "");
    }

    private void entry(long number, String key, String service, String zone) {
        if (service.isEmpty() && zone.isEmpty()) {
            throw new IllegalArgumentException("the line names neither a service nor a zone");
        }
        check("service", service);
        check("zone", zone);
        if (INTERFACE.matcher(key).matches()) {
            once(number, key, key);
            interfaces.put(key, place(service, zone));
        } else {
            Cidr cidr = Cidr.parse(key);
            once(number, cidr, key);
            blocks.put(cidr, place(service, zone));
        }
    }

    private static void check(String what, String name) {
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a " + what
                    + " is named with up to 100 letters, digits, dots, colons, hyphens and underscores, not '" + name
                    + "'");
        }
        if (TAKEN.contains(name)) {
            throw new IllegalArgumentException(
                    "a " + what + " can't be named '" + name + "', since that stands for what is not told apart");
        }
    }

    /** Only entries that are used bring names. */
    private Place place(String service, String zone) {
        return new Place(service.isEmpty() ? 0 : services.of(service), zone.isEmpty() ? 0 : zones.of(zone));
    }

    private void once(long number, Object key, String shown) {
        if (lines.size() == MOST_ENTRIES) {
            throw new IllegalArgumentException("the map is full: it takes " + MOST_ENTRIES + " entries");
        }
        Long earlier = lines.putIfAbsent(key, number);
        if (earlier != null) {
            throw new IllegalArgumentException("'" + shown + "' was mapped in line " + earlier + " already");
        }
    }
}
