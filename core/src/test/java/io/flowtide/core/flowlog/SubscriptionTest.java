package io.flowtide.core.flowlog;

import static io.flowtide.core.flowlog.FlowLogs.START;
import static io.flowtide.core.flowlog.FlowLogs.bytes;
import static io.flowtide.core.flowlog.FlowLogs.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.SeriesId;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {

    private static final String RECORD =
            FlowLogs.record(START, START + 60, 100, 1, "ACCEPT").strip();
    private static final String DATA =
            """
            {"messageType":"DATA_MESSAGE","owner":"123456789012","logGroup":"flow","logStream":"eni-1",
             "subscriptionFilters":["all"],"logEvents":[
              {"id":"1","timestamp":1795248300000,"message":"%s","extractedFields":{"message":"no","start":"1"}},
              {"id":"2","timestamp":1795248300000,"message":"%s"}]}"""
                    .formatted(RECORD, RECORD);
    private static final String CONTROL =
            """
            {"messageType":"CONTROL_MESSAGE","owner":"CloudwatchLogs","logGroup":"","logStream":"",
             "subscriptionFilters":[],"logEvents":[
              {"id":"","timestamp":1795248300000,"message":"CWL CONTROL MESSAGE: Checking health of destination."}]}""";

    private final RejectedLines rejects = new RejectedLines();

    private IngestReport read(byte[] file) {
        return FlowLogs.read(file, IngestOptions.defaults(), rejects);
    }

    @Test
    void documentsInARowAreOneLog() {
        IngestReport report = read(gzip(bytes(DATA + CONTROL + DATA)));

        assertThat(report.accepted()).isEqualTo(4);
        assertThat(report.lines()).isEqualTo(4);
        assertThat(report.counts().totalThousandths(SeriesId.total("bytes"))).isEqualTo(400_000);
        assertThat(report.format()).isEqualTo("flow log text, version 2 without header, CloudWatch Logs, gzip");
        assertThat(rejects.isEmpty()).isTrue();
    }

    @Test
    void theEventOfALambdaFunctionIsUnwrapped() {
        String data = Base64.getEncoder().encodeToString(gzip(bytes(DATA)));

        assertThat(read(bytes("{\"awslogs\":{\"data\":\"" + data + "\"}}")).accepted())
                .isEqualTo(2);
    }

    @Test
    void aControlMessageHasNoLines() {
        IngestReport report = read(bytes(CONTROL));

        assertThat(report.lines()).isZero();
        assertThat(report.damage()).isEmpty();
    }

    @Test
    void whatComesBeforeABreakCounts() {
        IngestReport report = read(bytes(DATA.substring(0, DATA.length() - 20)));

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.damage()).hasValueSatisfying(damage -> assertThat(damage)
                .startsWith("Malformed CloudWatch Logs event at byte "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"awslogs\":{\"data\":17}}",
                "{\"awslogs\":{\"data\":\"?\"}}",
                "{\"awslogs\":{\"data\":\"H4sI\"}}",
                "{\"awslogs\":{\"data\":\"eA==\"}}",
                "{\"messageType\":{}}",
                "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"message\":[1]},{\"message\":{}}]]"
            })
    void otherShapesAreDamage(String json) {
        assertThat(read(bytes(json)).damage()).isPresent();
    }
}
