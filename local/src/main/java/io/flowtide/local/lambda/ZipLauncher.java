package io.flowtide.local.lambda;

import io.flowtide.local.template.Wiring;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs a function as what it is: the content of its archive, on a JVM with AWS's own runtime interface client, or its
 * native {@code bootstrap}.
 */
public final class ZipLauncher implements Launcher {

    private static final List<String> RUNTIME_CLIENT = List.of(
            "aws-lambda-java-runtime-interface-client.jar",
            "aws-lambda-java-core.jar",
            "aws-lambda-java-serialization.jar",
            "utils-lite.jar");
    /** Few short runs: no time to compile thoroughly, no second core for a collector. */
    private static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.awt.headless=true");
    /** A JVM needs memory beside its heap. */
    private static final double HEAP_SHARE = 0.8;

    private final Wiring.Function function;
    private final Map<String, String> environment;
    private final Path task;
    private final Path client;
    private final Path log;

    private ZipLauncher(Wiring.Function function, Map<String, String> environment, Path workFolder) {
        this.function = function;
        this.environment = environment;
        this.task = workFolder.resolve(function.name());
        this.client = workFolder.resolve("runtime-client");
        this.log = workFolder.resolve(function.name() + ".log");
    }

    /**
     * Unpacks the function below {@code workFolder}.
     *
     * @param surroundings variables beside the function's own: where the services are, credentials
     */
    public static ZipLauncher unpack(Wiring.Function function, Map<String, String> surroundings, Path workFolder) {
        ZipLauncher launcher = new ZipLauncher(function, surroundings, workFolder);
        FunctionArchive.unpack(function.code(), launcher.task);
        return launcher;
    }

    /** Puts the runtime interface client's jars below {@code workFolder}, for all functions. */
    public static void unpackRuntimeClient(Path workFolder) {
        Path folder = workFolder.resolve("runtime-client");
        try {
            Files.createDirectories(folder);
            for (String jar : RUNTIME_CLIENT) {
                try (InputStream content = ZipLauncher.class.getResourceAsStream("runtime-client/" + jar)) {
                    Files.copy(content, folder.resolve(jar));
                }
            }
        } catch (IOException full) {
            throw new UncheckedIOException("Can't write to " + folder, full);
        }
    }

    /** Where the processes' output goes. */
    public Path log() {
        return log;
    }

    @Override
    public Process start(String runtimeApi) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(task.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> variables = builder.environment();
        variables.keySet().retainAll(List.of("PATH", "LD_LIBRARY_PATH", "TMPDIR", "SystemRoot", "TEMP", "TMP"));
        variables.putAll(lambdaVariables(runtimeApi));
        variables.putAll(environment);
        variables.putAll(function.environment());
        return builder.start();
    }

    private Map<String, String> lambdaVariables(String runtimeApi) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        variables.put(
                "AWS_LAMBDA_FUNCTION_NAME",
                function.arn().substring(function.arn().lastIndexOf(':') + 1));
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()));
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("LAMBDA_TASK_ROOT", task.toString());
        variables.put("_HANDLER", function.handler());
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", "UTC");
        return variables;
    }

    private List<String> command() {
        Path bootstrap = task.resolve("bootstrap");
        if (Files.exists(bootstrap)) {
            bootstrap.toFile().setExecutable(true);
            return List.of(bootstrap.toString());
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        command.add("-Xmx" + Math.round(function.memory() * HEAP_SHARE) + "m");
        command.add("-cp");
        command.add(classPath());
        command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
        command.add(function.handler());
        return command;
    }

    private String classPath() {
        List<String> entries = new ArrayList<>();
        RUNTIME_CLIENT.forEach(jar -> entries.add(client.resolve(jar).toString()));
        entries.add(task.resolve("lib") + File.separator + "*");
        entries.add(task.toString());
        return entries.stream().collect(Collectors.joining(File.pathSeparator));
    }
}
