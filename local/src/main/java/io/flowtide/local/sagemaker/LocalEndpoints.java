package io.flowtide.local.sagemaker;

import io.flowtide.local.access.Policies;
import io.flowtide.standin.SageMakerServer;
import io.flowtide.standin.SageMakerServer.Call;
import io.flowtide.standin.SageMakerServer.Model;
import io.flowtide.standin.SageMakerServer.Reply;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The endpoints that the template's parameters name; what is not there answers as SageMaker would. */
public final class LocalEndpoints implements AutoCloseable {

    private static final Pattern ACCESS_KEY = Pattern.compile("Credential=([^/,]+)/");
    private static final String ARN = "arn:aws:sagemaker:eu-central-1:000000000000:endpoint/";

    private final SageMakerServer server = SageMakerServer.start();
    private final Policies policies;

    /** @param parameters of the template: {@code RcfEndpoint}, {@code DeepArEndpoint} */
    public LocalEndpoints(Map<String, String> parameters, Policies policies) {
        this.policies = policies;
        serve(parameters.getOrDefault("RcfEndpoint", ""), LocalForest::answer);
        serve(parameters.getOrDefault("DeepArEndpoint", ""), LocalDeepAr::answer);
    }

    private void serve(String endpoint, Model model) {
        if (!endpoint.isEmpty()) {
            server.with(endpoint, call -> allowed(call, model));
        }
    }

    private Reply allowed(Call call, Model model) {
        Matcher key = ACCESS_KEY.matcher(call.authorization());
        String caller = key.find() ? key.group(1) : "";
        return policies.refusal(caller, "sagemaker:InvokeEndpoint", ARN + call.endpoint())
                .map(refusal -> Reply.error(403, "AccessDeniedException", refusal))
                .orElseGet(() -> model.answer(call));
    }

    public URI uri() {
        return server.endpoint();
    }

    @Override
    public void close() {
        server.close();
    }
}
