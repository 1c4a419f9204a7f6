package io.flowtide.functions.notifier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.rest.client.reactive.Url;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
 * everything; {@code ok} says whether it went well, and {@code error} what did not. Answers are read as text, since half
 * of one is no bad request of ours, but an answer that is missing ({@link SlackCalls}).
 */
@RegisterRestClient(configKey = "slack")
@Produces(MediaType.APPLICATION_JSON)
interface SlackApi {

    /** @param altText what the picture shows, for screen readers */
    @POST
    @Path("/api/files.getUploadURLExternal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    String getUploadUrl(
            @HeaderParam("Authorization") String bearer,
            @FormParam("filename") String filename,
            @FormParam("length") long length,
            @FormParam("alt_txt") String altText);

    /** @param uploadUrl as {@link #getUploadUrl} answered it; it is its own permission */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.WILDCARD)
    String upload(@Url String uploadUrl, byte[] bytes);

    @POST
    @Path("/api/files.completeUploadExternal")
    @Consumes(MediaType.APPLICATION_JSON)
    String completeUpload(@HeaderParam("Authorization") String bearer, Completion completion);

    @POST
    @Path("/api/chat.postMessage")
    @Consumes(MediaType.APPLICATION_JSON)
    String postMessage(@HeaderParam("Authorization") String bearer, Message message);

    /** The messages of a channel since {@code oldest}. */
    @POST
    @Path("/api/conversations.history")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    String history(
            @HeaderParam("Authorization") String bearer,
            @FormParam("channel") String channel,
            @FormParam("oldest") String oldest,
            @FormParam("include_all_metadata") boolean withMetadata,
            @FormParam("limit") int limit);

    /** The messages of the thread that begins with {@code ts}, since {@code oldest}. */
    @POST
    @Path("/api/conversations.replies")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    String replies(
            @HeaderParam("Authorization") String bearer,
            @FormParam("channel") String channel,
            @FormParam("ts") String ts,
            @FormParam("oldest") String oldest,
            @FormParam("include_all_metadata") boolean withMetadata,
            @FormParam("limit") int limit);

    /**
     * @param ok whether it went well
     * @param error what did not, as a code; null otherwise
     * @param needed the scope that is missing; null otherwise
     * @param uploadUrl where the bytes go; null unless asked for
     * @param fileId the file's id; null unless asked for
     * @param ts the message's id; null unless posted
     * @param messages found messages; null unless asked for
     */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(
            boolean ok,
            String error,
            String needed,
            @JsonProperty("upload_url") String uploadUrl,
            @JsonProperty("file_id") String fileId,
            String ts,
            List<Posted> messages) {}

    /** A message that somebody posted; what it lacks is null. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Posted(String ts, Metadata metadata, List<File> files) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Completion(
            List<File> files, @JsonProperty("channel_id") String channelId, @JsonProperty("thread_ts") String thread) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record File(String id, String title) {}

    /**
     * @param text in Slack's markup
     * @param thread the first message of the thread; null for a new one
     * @param broadcast whether the channel sees a reply as well
     * @param metadata by which the message is found again
     * @param unfurlLinks whether Slack fetches what links point to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(
            String channel,
            String text,
            @JsonProperty("thread_ts") String thread,
            @JsonProperty("reply_broadcast") boolean broadcast,
            Metadata metadata,
            @JsonProperty("unfurl_links") boolean unfurlLinks) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Metadata(@JsonProperty("event_type") String type, @JsonProperty("event_payload") Payload payload) {

        static Metadata of(String key) {
            return new Metadata("flowtide_incident", new Payload(key));
        }
    }

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Payload(String key) {}
}
