package io.flowtide.core.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes what a detector has learned: the detector's name and the version of its layout in clear, then its numbers
 * compressed. Doubles are kept to the last bit.
 */
final class SnapshotOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out;

    /**
     * @param kind the detector's name
     * @param schema the version of the layout, 1 to 127
     */
    SnapshotOutput(String kind, int schema) {
        try {
            DataOutputStream header = new DataOutputStream(bytes);
            header.writeUTF(kind);
            header.writeByte(schema);
            out = new DataOutputStream(new DeflaterOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    SnapshotOutput settings(DetectorSettings settings) {
        return integer(settings.width().toSeconds())
                .text(settings.zone().getId())
                .integer(settings.seed());
    }

    SnapshotOutput text(String text) {
        return write(() -> out.writeUTF(text));
    }

    SnapshotOutput integer(long integer) {
        return write(() -> out.writeLong(integer));
    }

    SnapshotOutput number(double number) {
        return write(() -> out.writeDouble(number));
    }

    SnapshotOutput flag(boolean flag) {
        return write(() -> out.writeBoolean(flag));
    }

    SnapshotOutput numbers(double[] numbers) {
        integer(numbers.length);
        for (double number : numbers) {
            number(number);
        }
        return this;
    }

    SnapshotOutput singles(float[] numbers) {
        integer(numbers.length);
        return write(() -> {
            for (float number : numbers) {
                out.writeFloat(number);
            }
        });
    }

    SnapshotOutput integers(int[] integers) {
        integer(integers.length);
        return write(() -> {
            for (int integer : integers) {
                out.writeInt(integer);
            }
        });
    }

    SnapshotOutput bytes(byte[] content) {
        integer(content.length);
        return write(() -> out.write(content));
    }

    byte[] toBytes() {
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
