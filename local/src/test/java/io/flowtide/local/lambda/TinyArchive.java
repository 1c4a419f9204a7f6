package io.flowtide.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The function.zip of {@link TinyFunction}. */
public final class TinyArchive {

    private TinyArchive() {}

    public static void write(Path archive) throws IOException {
        Files.createDirectories(archive.getParent());
        String entry = TinyFunction.class.getName().replace('.', '/') + ".class";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive));
                InputStream code = TinyFunction.class.getClassLoader().getResourceAsStream(entry)) {
            zip.putNextEntry(new ZipEntry(entry));
            code.transferTo(zip);
        }
    }
}
