package io.flowtide.core.model;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.forest.Forest;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.InflaterInputStream;

/** Reads what {@link SnapshotOutput} wrote, in the same order. */
public final class SnapshotInput {

    /** No array of any model is longer; a greater length means that the bytes are damaged. */
    private static final int LONGEST = 1 << 26;

    private final String kind;
    private final int schema;
    private final DataInputStream in;

    /**
     * @param kind the name of the model that is to be restored
     * @param newest the newest version of its layout that is known
     */
    public SnapshotInput(String kind, int newest, byte[] snapshot) {
        this.kind = kind;
        ByteArrayInputStream bytes = new ByteArrayInputStream(snapshot);
        DataInputStream header = new DataInputStream(bytes);
        String found = read(header::readUTF);
        if (!found.equals(kind)) {
            throw new SnapshotException("This is a snapshot of '" + found + "', not of '" + kind + "'");
        }
        schema = read(header::readUnsignedByte);
        if (schema < 1 || schema > newest) {
            throw new SnapshotException("The snapshot of '" + kind + "' has the layout " + schema
                    + ", but this version of Flowtide reads 1 to " + newest);
        }
        in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(bytes)));
    }

    public int schema() {
        return schema;
    }

    public DetectorSettings settings() {
        Duration width = Duration.ofSeconds(integer());
        return new DetectorSettings(width, SeriesCalendar.parse(text()), integer());
    }

    public String text() {
        return read(in::readUTF);
    }

    public long integer() {
        return read(in::readLong);
    }

    /** An integer that was written from an {@code int}. */
    public int small() {
        return (int) integer();
    }

    public double number() {
        return read(in::readDouble);
    }

    public boolean flag() {
        return read(in::readBoolean);
    }

    public double[] numbers() {
        double[] numbers = new double[length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number();
        }
        return numbers;
    }

    public float[] singles() {
        float[] numbers = new float[length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = read(in::readFloat);
        }
        return numbers;
    }

    public int[] integers() {
        int[] integers = new int[length()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = read(in::readInt);
        }
        return integers;
    }

    public byte[] bytes() {
        byte[] content = new byte[length()];
        read(() -> {
            in.readFully(content);
            return content;
        });
        return content;
    }

    Forest forest() {
        try {
            return Forest.fromBytes(bytes());
        } catch (IllegalArgumentException damaged) {
            throw new SnapshotException("The forest in the snapshot of '" + kind + "' is damaged", damaged);
        }
    }

    private int length() {
        long length = integer();
        if (length < 0 || length > LONGEST) {
            throw new SnapshotException(
                    "The snapshot of '" + kind + "' is damaged: an array of " + length + " entries");
        }
        return (int) length;
    }

    private <T> T read(Step<T> step) {
        try {
            return step.run();
        } catch (IOException damaged) {
            throw new SnapshotException("The snapshot of '" + kind + "' is damaged or cut off", damaged);
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }
}
