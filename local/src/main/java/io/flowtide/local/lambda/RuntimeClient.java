package io.flowtide.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * AWS's runtime interface client for Java, unpacked. Its native library is unpacked too: left to itself, each process
 * would write it to the same file below {@code /tmp}, and one that starts meanwhile would crash.
 */
record RuntimeClient(Path folder) {

    private static final String CLIENT = "aws-lambda-java-runtime-interface-client.jar";
    private static final List<String> JARS =
            List.of(CLIENT, "aws-lambda-java-core.jar", "aws-lambda-java-serialization.jar", "utils-lite.jar");
    private static final String LIBRARY = "libaws-lambda-jni.so";

    /**
     * @throws UncheckedIOException when the folder can't be written
     */
    static RuntimeClient unpack(Path workFolder) {
        Path folder = workFolder.resolve("runtime-client");
        try {
            Files.createDirectories(folder);
            for (String jar : JARS) {
                try (InputStream content = RuntimeClient.class.getResourceAsStream("runtime-client/" + jar)) {
                    Files.copy(content, folder.resolve(jar));
                }
            }
            unpackLibrary(folder);
        } catch (IOException full) {
            throw new UncheckedIOException("Can't write to " + folder, full);
        }
        return new RuntimeClient(folder);
    }

    private static void unpackLibrary(Path folder) throws IOException {
        try (ZipFile jar = new ZipFile(folder.resolve(CLIENT).toFile());
                InputStream library = jar.getInputStream(jar.getEntry("jni/" + libraryName()))) {
            Files.copy(library, folder.resolve(LIBRARY));
        }
    }

    /** As the client itself names them. */
    private static String libraryName() {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String machine = arm ? "aarch_64" : "x86_64";
        boolean musl = Files.exists(Path.of("/lib/ld-musl-" + (arm ? "aarch64" : "x86_64") + ".so.1"));
        return "libaws-lambda-jni." + (musl ? "linux_musl-" : "linux-") + machine + ".so";
    }

    /** The arguments of {@code java} that run a handler of an unpacked function. */
    List<String> arguments(Path task, String handler) {
        List<String> classPath = new ArrayList<>();
        JARS.forEach(jar -> classPath.add(folder.resolve(jar).toString()));
        classPath.add(task.resolve("lib") + File.separator + "*");
        classPath.add(task.toString());
        return List.of(
                "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
                        + folder.resolve(LIBRARY),
                "-cp",
                String.join(File.pathSeparator, classPath),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                handler);
    }
}
