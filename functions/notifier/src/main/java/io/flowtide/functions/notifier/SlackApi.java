package io.flowtide.functions.notifier;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * What is used of the <a href="https://docs.slack.dev/reference/methods">Slack Web API</a>. Slack answers 200 to nearly
 * everything; {@code ok} says whether it went well, and {@code error} what did not.
 */
@RegisterRestClient(configKey = "slack")
@Produces(MediaType.APPLICATION_JSON)
interface SlackApi {

    @POST
    @Path("/api/files.getUploadURLExternal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Answer getUploadUrl(
            @HeaderParam("Authorization") String bearer,
            @FormParam("filename") String filename,
            @FormParam("length") long length);

    /** @param uploadUrl as {@link #getUploadUrl} answered it; it is its own permission */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.WILDCARD)
    String upload(@Url String uploadUrl, byte[] bytes);

    @POST
    @Path("/api/files.completeUploadExternal")
    @Consumes(MediaType.APPLICATION_JSON)
    Answer completeUpload(@HeaderParam("Authorization") String bearer, Completion completion);

    @POST
    @Path("/api/chat.postMessage")
    @Consumes(MediaType.APPLICATION_JSON)
    Answer postMessage(@HeaderParam("Authorization") String bearer, Message message);

    /**
     * @param ok whether it went well
     * @param error what did not, as a code; null otherwise
     * @param needed the scope that is missing; null otherwise
     * @param uploadUrl where the bytes go; null unless asked for
     * @param fileId the file's id; null unless asked for
     * @param ts the message's id; null unless posted
     */
    record Answer(
            boolean ok,
            String error,
            String needed,
            @JsonProperty("upload_url") String uploadUrl,
            @JsonProperty("file_id") String fileId,
            String ts) {}

    record Completion(
            List<File> files,
            @JsonProperty("channel_id") String channelId,
            @JsonProperty("initial_comment") String initialComment) {}

    record File(String id, String title) {}

    record Message(String channel, String text) {}
}
