package io.flowtide.functions.notifier;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The ChatBot that calls the person on duty. */
@RegisterRestClient(configKey = "chatbot")
interface ChatBotApi {

    /**
     * @param url where alerts are posted to
     * @param idempotencyKey the same for the same state of the same incident, so that a repeated call is known as such
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    String alert(
            @Url String url,
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            Call call);

    /**
     * @param status {@code firing} or {@code resolved}
     * @param description what is said to the person
     * @param priority {@code high}, {@code medium} or {@code low}
     */
    record Call(String status, String description, String priority) {}
}
