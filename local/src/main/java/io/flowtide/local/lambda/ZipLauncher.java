package io.flowtide.local.lambda;

import io.flowtide.local.access.Policies;
import io.flowtide.local.template.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs a function as what it is: the content of its archive, on a JVM with AWS's own runtime interface client, or its
 * native {@code bootstrap}.
 */
public final class ZipLauncher implements Launcher {

    /** Few short runs: no time to compile thoroughly, no second core for a collector. */
    private static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.awt.headless=true");
    /** A JVM needs memory beside its heap. */
    private static final double HEAP_SHARE = 0.8;

    private final Wiring.Function function;
    private final Map<String, String> environment;
    private final Path task;
    private final RuntimeClient client;
    private final Path log;

    private ZipLauncher(
            Wiring.Function function, RuntimeClient client, Map<String, String> environment, Path workFolder) {
        this.function = function;
        this.environment = environment;
        this.task = workFolder.resolve(function.name());
        this.client = client;
        this.log = workFolder.resolve(function.name() + ".log");
    }

    /**
     * Unpacks functions below {@code workFolder}.
     *
     * @param surroundings variables beside the functions' own: where the services are, credentials
     */
    public static Function<Wiring.Function, Launcher> unpacking(Path workFolder, Map<String, String> surroundings) {
        RuntimeClient client = RuntimeClient.unpack(workFolder);
        return function -> {
            ZipLauncher launcher = new ZipLauncher(function, client, surroundings, workFolder);
            FunctionArchive.unpack(function.code(), launcher.task);
            return launcher;
        };
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
        // By this name the services here know who calls.
        variables.put("AWS_ACCESS_KEY_ID", Policies.accessKey(function.name()));
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
        command.addAll(client.arguments(task, function.handler()));
        return command;
    }
}
