package io.flowtide.functions.cutoffscorer;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Documents;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.services.sns.SnsClient;

/** The topic that everybody subscribes to who wants to be told. */
final class AnomalyTopic {

    /** SNS takes no longer subjects, and nothing but printable ASCII in them. */
    private static final int LONGEST_SUBJECT = 100;

    private final SnsClient sns;
    private final String arn;

    AnomalyTopic(SnsClient sns, String arn) {
        this.sns = sns;
        this.arn = arn;
    }

    void publish(AnomalyDetected message) {
        String json = new String(Documents.write(message), StandardCharsets.UTF_8);
        sns.publish(request ->
                request.topicArn(arn).subject(subject(message.summary())).message(json));
    }

    static String subject(String summary) {
        String ascii = summary.replaceAll("[^ -~]", "?").strip();
        return ascii.length() <= LONGEST_SUBJECT ? ascii : ascii.substring(0, LONGEST_SUBJECT - 3) + "...";
    }
}
