package io.flowtide.core.flowlog;

import java.util.List;

/**
 * Where a format has what tells the ends of a record. Packet-level addresses ({@code pkt-srcaddr}) come before the others,
 * which may be of something in between.
 */
final class EndColumns {

    /** All fields that tell of the ends. */
    static final List<FlowField> FIELDS = List.of(
            FlowField.SRCADDR,
            FlowField.DSTADDR,
            FlowField.PKT_SRCADDR,
            FlowField.PKT_DSTADDR,
            FlowField.INTERFACE_ID,
            FlowField.FLOW_DIRECTION);

    static final int ABSENT = -1;

    private final int source;
    private final int destination;
    private final int packetSource;
    private final int packetDestination;
    private final int networkInterface;
    private final int direction;
    final int[] from;
    final int[] to;

    /** Says in which place of a {@link ColumnFinder} a field is, or {@link #ABSENT}. */
    interface Places {
        int of(FlowField field);
    }

    EndColumns(Places places, ColumnFinder finder) {
        source = places.of(FlowField.SRCADDR);
        destination = places.of(FlowField.DSTADDR);
        packetSource = places.of(FlowField.PKT_SRCADDR);
        packetDestination = places.of(FlowField.PKT_DSTADDR);
        networkInterface = places.of(FlowField.INTERFACE_ID);
        direction = places.of(FlowField.FLOW_DIRECTION);
        from = finder.from;
        to = finder.to;
    }

    /** The column of the source's address in this line, or {@link #ABSENT}. */
    int source(byte[] line) {
        return isGiven(packetSource, line) ? packetSource : source;
    }

    /** The column of the destination's address in this line, or {@link #ABSENT}. */
    int destination(byte[] line) {
        return isGiven(packetDestination, line) ? packetDestination : destination;
    }

    /** The column of the interface's id, or {@link #ABSENT}. */
    int networkInterface() {
        return networkInterface;
    }

    /** {@code i} for ingress, {@code e} for egress, something else when the line does not say. */
    byte direction(byte[] line) {
        return direction == ABSENT ? 0 : line[from[direction]];
    }

    private boolean isGiven(int column, byte[] line) {
        return column != ABSENT && line[from[column]] != '-';
    }
}
