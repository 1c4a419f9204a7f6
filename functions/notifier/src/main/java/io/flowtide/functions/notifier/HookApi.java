package io.flowtide.functions.notifier;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Any service that takes JSON by POST. */
@RegisterRestClient(configKey = "hook")
interface HookApi {

    /**
     * @param bearer {@code Bearer …}; null where none is wanted
     * @param idempotencyKey the same for the same state of the same incident, so that a repeated call is known as such
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    String post(
            @Url String url,
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            String json);
}
