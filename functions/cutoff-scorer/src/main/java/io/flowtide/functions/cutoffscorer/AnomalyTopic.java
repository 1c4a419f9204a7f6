package io.flowtide.functions.cutoffscorer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Documents;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.services.sns.SnsClient;

/** The topic that everybody subscribes to who wants to be told. */
final class AnomalyTopic {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** SNS takes no longer subjects, and nothing but printable ASCII in them. */
    private static final int LONGEST_SUBJECT = 100;

    private final SnsClient sns;
    private final String arn;

    AnomalyTopic(SnsClient sns, String arn) {
        this.sns = sns;
        this.arn = arn;
    }

    /** The document to whoever subscribes, plain words to those who do so by mail. */
    void publish(AnomalyDetected message) {
        sns.publish(request -> request.topicArn(arn)
                .subject(subject(message.summary()))
                .messageStructure("json")
                .message(structured(message)));
    }

    private static String structured(AnomalyDetected message) {
        return MAPPER.createObjectNode()
                .put("default", new String(Documents.write(message), StandardCharsets.UTF_8))
                .put("email", Letter.of(message))
                .toString();
    }

    static String subject(String summary) {
        String ascii = summary.replaceAll("[^ -~]", "?").strip();
        return ascii.length() <= LONGEST_SUBJECT ? ascii : ascii.substring(0, LONGEST_SUBJECT - 3) + "...";
    }
}
