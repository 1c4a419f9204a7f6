package io.flowtide.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A function.zip, unpacked. */
final class FunctionArchive {

    private FunctionArchive() {}

    /**
     * @throws UncheckedIOException when there is no such archive or it is damaged; the message says what to do
     */
    static void unpack(Path archive, Path folder) {
        try (InputStream bytes = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                write(entry, zip, folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("Can't unpack " + archive + ": build it with ./mvnw package", broken);
        }
    }

    private static void write(ZipEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the entry " + entry.getName() + " leads out of the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(content, target);
        }
    }
}
