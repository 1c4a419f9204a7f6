package io.flowtide.local.s3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowtide.local.http.Json;
import io.flowtide.local.template.Wiring.Bucket;
import io.flowtide.local.template.Wiring.Notification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** Tells a bucket's topics of new objects, in the words of S3. */
public final class Notifications {

    private final List<Bucket> buckets;
    private final BiConsumer<String, String> publish;
    private final Clock clock;
    private final AtomicLong sequence = new AtomicLong();

    /**
     * @param publish takes a topic's ARN and a message
     */
    public Notifications(List<Bucket> buckets, BiConsumer<String, String> publish, Clock clock) {
        this.buckets = buckets;
        this.publish = publish;
        this.clock = clock;
    }

    /** S3 sends each configured topic one {@code s3:TestEvent} when the configuration is made. */
    public void sendTestEvents() {
        buckets.forEach(bucket -> bucket.notifications()
                .forEach(notification -> publish.accept(notification.topic(), testEvent(bucket.name()))));
    }

    void tell(NewObject object) {
        buckets.stream()
                .filter(bucket -> bucket.name().equals(object.bucket()))
                .flatMap(bucket -> bucket.notifications().stream())
                .filter(notification -> concerns(notification, object))
                .forEach(notification -> publish.accept(notification.topic(), message(object)));
    }

    static boolean concerns(Notification notification, NewObject object) {
        String event = "s3:" + object.event();
        String wanted = notification.event();
        boolean kind = wanted.endsWith("*")
                ? event.startsWith(wanted.substring(0, wanted.length() - 1))
                : event.equals(wanted);
        return kind
                && object.key().startsWith(notification.prefix())
                && object.key().endsWith(notification.suffix());
    }

    private String message(NewObject object) {
        ObjectNode notice = Json.object();
        ObjectNode event = notice.putArray("Records").addObject();
        event.put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("awsRegion", "eu-central-1")
                .put("eventTime", clock.instant().toString())
                .put("eventName", object.event());
        event.putObject("userIdentity").put("principalId", "AWS:LOCAL");
        event.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        event.putObject("responseElements").put("x-amz-request-id", "LOCAL").put("x-amz-id-2", "LOCAL");
        ObjectNode s3 = event.putObject("s3").put("s3SchemaVersion", "1.0").put("configurationId", "local");
        s3.putObject("bucket")
                .put("name", object.bucket())
                .put("arn", "arn:aws:s3:::" + object.bucket())
                .putObject("ownerIdentity")
                .put("principalId", "LOCAL");
        ObjectNode inner = s3.putObject("object")
                .put(
                        "key",
                        URLEncoder.encode(object.key(), StandardCharsets.UTF_8).replace("%2F", "/"))
                .put("size", object.size())
                .put("eTag", object.entityTag())
                .put("sequencer", "%016X".formatted(sequence.incrementAndGet()));
        if (!object.version().isEmpty()) {
            inner.put("versionId", object.version());
        }
        return text(notice);
    }

    private String testEvent(String bucket) {
        return text(Json.object()
                .put("Service", "Amazon S3")
                .put("Event", "s3:TestEvent")
                .put("Time", clock.instant().toString())
                .put("Bucket", bucket)
                .put("RequestId", "LOCAL")
                .put("HostId", "LOCAL"));
    }

    private static String text(ObjectNode node) {
        return new String(Json.bytes(node), StandardCharsets.UTF_8);
    }
}
