package io.flowtide.core.synthetic;

import io.flowtide.core.synthetic.ServiceNetwork.Edge;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The flows of each minute, as many as the traffic says. */
final class FlowRecords {

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int NAME_SERVICE = 53;
    private static final double REJECTED = 0.03;
    private static final int[] OPEN_PORTS = {443, 443, 443, 443, 443, 443, 80, 80, 8080, 5432, 6379, NAME_SERVICE};
    private static final int[] CLOSED_PORTS = {22, 23, 445, 3389, 5900, 8088};
    private static final int FIRST_EPHEMERAL = 32768;
    private static final int EPHEMERAL = 28232;
    private static final int SMALLEST_PACKET = 40;
    private static final int LARGEST_PACKET = 1460;
    private static final long MOST_PACKETS = 100_000;
    private static final int PRIVATE_NETWORK = 10 << 24;
    private static final int FIRST_PUBLIC = 0x2E000000;
    private static final int PUBLIC_ADDRESSES = 0x20000000;
    private static final int SECONDS = 60;

    private final Traffic traffic;
    private final ServiceNetwork network;

    FlowRecords(Traffic traffic, ServiceNetwork network) {
        this.traffic = traffic;
        this.network = network;
    }

    void forEach(Instant minute, Consumer<FlowRecord> consumer) {
        long count = traffic.requests(minute);
        Noise noise = Noise.at(traffic.seed(), Noise.Purpose.RECORD, Traffic.epochMinute(minute));
        for (long i = 0; i < count; i++) {
            record(minute, noise).ifPresent(consumer);
        }
    }

    /** Empty when the way is cut; the noise goes on all the same, so that the other flows stay what they are. */
    private Optional<FlowRecord> record(Instant start, Noise noise) {
        long minute = start.getEpochSecond();
        boolean accepted = noise.uniform() >= REJECTED;
        int port =
                accepted ? OPEN_PORTS[noise.below(OPEN_PORTS.length)] : CLOSED_PORTS[noise.below(CLOSED_PORTS.length)];
        Edge way = network.pick(noise);
        int second = noise.below(SECONDS);
        long packets = accepted ? packets(noise) : 1 + noise.below(3);
        FlowRecord record = new FlowRecord(
                way.destination(),
                way.source() == ServiceNetwork.INTERNET
                        ? FIRST_PUBLIC + noise.below(PUBLIC_ADDRESSES)
                        : host(way.source(), noise),
                host(way.destination(), noise),
                FIRST_EPHEMERAL + noise.below(EPHEMERAL),
                port,
                port == NAME_SERVICE ? UDP : TCP,
                packets,
                packets * (SMALLEST_PACKET + noise.below(LARGEST_PACKET - SMALLEST_PACKET)),
                minute + second,
                minute + second + noise.below(SECONDS - second),
                accepted);
        return network.isCut(way, start) ? Optional.empty() : Optional.of(record);
    }

    private static int host(int subnet, Noise noise) {
        return PRIVATE_NETWORK + (subnet << 8) + 4 + noise.below(16);
    }

    /** Most flows are short, some are long: log-normal around ten packets. */
    private static long packets(Noise noise) {
        return Math.min(MOST_PACKETS, 1 + (long) StrictMath.exp(2.2 + 0.9 * noise.gaussian()));
    }
}
