package io.flowtide.local.access;

import io.flowtide.local.http.Exchange;
import io.flowtide.local.template.Wiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who may do what. A function calls with its own name as the access key; whoever calls with another one is no function,
 * and may do all.
 */
public final class Policies {

    private static final Pattern ACCESS_KEY = Pattern.compile("Credential=([^/,]+)/");

    private final Map<String, List<Wiring.Statement>> byFunction;

    public Policies(List<Wiring.Function> functions) {
        byFunction = functions.stream()
                .collect(Collectors.toMap(function -> accessKey(function.name()), Wiring.Function::policies));
    }

    /** The access key by which a function is known here: DynamoDBLocal takes letters and digits only. */
    public static String accessKey(String function) {
        return function.replaceAll("[^A-Za-z0-9]", "");
    }

    /** The access key that a request is signed with. */
    public static String caller(Exchange exchange) {
        Matcher key = ACCESS_KEY.matcher(exchange.header("Authorization").orElse(""));
        return key.find() ? key.group(1) : "";
    }

    /**
     * @param caller as {@link #caller} says
     * @param action such as {@code s3:GetObject}
     * @param resource an ARN
     * @return what AWS would say when it refuses; empty when the caller may
     */
    public Optional<String> refusal(String caller, String action, String resource) {
        List<Wiring.Statement> statements = byFunction.get(caller);
        if (statements == null || statements.stream().anyMatch(statement -> statement.allows(action, resource))) {
            return Optional.empty();
        }
        return Optional.of("User: " + caller + " is not authorized to perform: " + action + " on resource: \""
                + resource + "\" because no identity-based policy allows the " + action + " action");
    }

    public boolean allows(String caller, String action, String resource) {
        return refusal(caller, action, resource).isEmpty();
    }
}
