package io.flowtide.core.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes what a model has learned: the model's name and the version of its layout in clear, then its numbers
 * compressed. Doubles are kept to the last bit.
 */
public final class SnapshotOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out;

    /**
     * @param kind the model's name
     * @param schema the version of the layout, 1 to 127
     */
    public SnapshotOutput(String kind, int schema) {
        try {
            DataOutputStream header = new DataOutputStream(bytes);
            header.writeUTF(kind);
            header.writeByte(schema);
            out = new DataOutputStream(new DeflaterOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public SnapshotOutput settings(DetectorSettings settings) {
        return integer(settings.width().toSeconds())
                .text(settings.calendar().text())
                .integer(settings.seed());
    }

    public SnapshotOutput text(String text) {
        return write(() -> out.writeUTF(text));
    }

    public SnapshotOutput integer(long integer) {
        return write(() -> out.writeLong(integer));
    }

    public SnapshotOutput number(double number) {
        return write(() -> out.writeDouble(number));
    }

    public SnapshotOutput flag(boolean flag) {
        return write(() -> out.writeBoolean(flag));
    }

    public SnapshotOutput numbers(double[] numbers) {
        integer(numbers.length);
        for (double number : numbers) {
            number(number);
        }
        return this;
    }

    public SnapshotOutput singles(float[] numbers) {
        integer(numbers.length);
        return write(() -> {
            for (float number : numbers) {
                out.writeFloat(number);
            }
        });
    }

    public SnapshotOutput integers(int[] integers) {
        integer(integers.length);
        return write(() -> {
            for (int integer : integers) {
                out.writeInt(integer);
            }
        });
    }

    public SnapshotOutput bytes(byte[] content) {
        integer(content.length);
        return write(() -> out.write(content));
    }

    public byte[] toBytes() {
        write(out::close);
        return bytes.toByteArray();
    }

    private SnapshotOutput write(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
