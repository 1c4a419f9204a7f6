package io.flowtide.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Documents;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** The topic that everybody subscribes to who wants to be told. */
public final class AnomalyTopic {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** SNS takes no longer subjects, and nothing but printable ASCII in them. */
    private static final int LONGEST_SUBJECT = 100;

    private final SnsClient sns;
    private final String arn;

    public AnomalyTopic(SnsClient sns, String arn) {
        this.sns = sns;
        this.arn = arn;
    }

    /**
     * The document to whoever subscribes, plain words to those who do so by mail or short message. By the attributes a
     * subscription may choose what it wants: {@code {"severity": ["HIGH"]}}.
     */
    public void publish(AnomalyDetected message) {
        sns.publish(request -> request.topicArn(arn)
                .subject(subject(message.summary()))
                .messageStructure("json")
                .message(structured(message))
                .messageAttributes(Map.of(
                        "severity", text(message.severity().name()),
                        "state", text(message.state().name()),
                        "metric", text(message.series().metric()))));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    private static String structured(AnomalyDetected message) {
        return MAPPER.createObjectNode()
                .put("default", new String(Documents.write(message), StandardCharsets.UTF_8))
                .put("email", Letter.of(message))
                .put("sms", message.summary())
                .toString();
    }

    static String subject(String summary) {
        String ascii = summary.replaceAll("[^ -~]", "?").strip();
        return ascii.length() <= LONGEST_SUBJECT ? ascii : ascii.substring(0, LONGEST_SUBJECT - 3) + "...";
    }
}
