package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.event.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerTest {

    private static final Path EVENTS = Path.of(System.getProperty("flowtide.root"), "events");

    @Test
    void unwrapsEveryS3RecordOfEverySnsRecordInOrder() throws IOException {
        Trigger trigger = sample("several-objects.json");

        Instant time = Instant.parse("2026-11-21T08:12:31.427Z");
        assertThat(trigger)
                .isEqualTo(new Trigger.Objects(List.of(
                        new CreatedObject(
                                new ObjectVersion(
                                        "flowtide-ingest", "raw/a+b/café 1.log", "d41d8cd98f00b204e9800998ecf8427e"),
                                "096fKKXTRTtl3on89fVO.nfljtsv6qko",
                                10,
                                time,
                                "01"),
                        new CreatedObject(
                                new ObjectVersion("flowtide-ingest", "raw/2.log", "9b2cf535f27731c974343645a3985328"),
                                "",
                                20,
                                time,
                                "02"),
                        new CreatedObject(
                                new ObjectVersion("flowtide-ingest", "raw/3.log", "03"), "", 30, time, "03"))));
    }

    @Test
    void takesPlainS3EventsToo() {
        Trigger trigger = Trigger.parse(
                utf8(
                        """
                {"Records":[{"eventName":"s3:ObjectCreated:Put","eventTime":"2026-11-21T08:00:00Z","s3":{
                  "bucket":{"name":"b"},"object":{"key":"raw/x","versionId":"null","eTag":"e"}}}]}"""));

        assertThat(trigger)
                .isEqualTo(new Trigger.Objects(List.of(new CreatedObject(
                        new ObjectVersion("b", "raw/x", "e"), "", 0, Instant.parse("2026-11-21T08:00:00Z"), ""))));
    }

    @Test
    void theSameContentUnderTheSameKeyIsTheSameObjectWhateverItsVersion() {
        assertThat(version("v1", "tag")).isEqualTo(version("v2", "tag")).isNotEqualTo(version("v2", "other"));
        assertThat(version("v1", "")).isNotEqualTo(version("v2", ""));
    }

    private static ObjectVersion version(String versionId, String entityTag) {
        Trigger trigger = Trigger.parse(utf8(
                """
                {"Records":[{"eventName":"ObjectCreated:Put","eventTime":"2026-11-21T08:00:00Z","s3":{
                  "bucket":{"name":"b"},"object":{"key":"raw/x","versionId":"%s","eTag":"%s"}}}]}"""
                        .formatted(versionId, entityTag)));
        return ((Trigger.Objects) trigger).objects().get(0).object();
    }

    @Test
    void knowsTheSchedule() throws IOException {
        assertThat(sample("tick.json")).isEqualTo(new Trigger.Tick(Instant.parse("2026-11-21T08:15:00Z")));
    }

    @Test
    void leavesAloneWhatCreatesNothing() throws IOException {
        assertThat(sample("test-event.json")).isEqualTo(new Trigger.Nothing("s3:TestEvent"));
        assertThat(sample("object-removed.json")).isEqualTo(new Trigger.Nothing("ObjectRemoved:Delete"));
        assertThat(Trigger.parse(utf8("{\"Event\":\"s3:TestEvent\"}"))).isEqualTo(new Trigger.Nothing("s3:TestEvent"));
        assertThat(Trigger.parse(utf8("{\"Records\":[]}"))).isEqualTo(new Trigger.Nothing("the event is empty"));
    }

    @Test
    void passesOtherMessagesOn() {
        Trigger trigger = Trigger.parse(utf8(
                "{\"Records\":[{\"Sns\":{\"Message\":\"{\\\"schema\\\":1}\"}},{\"Sns\":{\"Message\":\"hello\"}}]}"));

        assertThat(trigger).isEqualTo(new Trigger.Messages(List.of("{\"schema\":1}", "hello")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "[]",
                "",
                "{\"Records\":[{\"kinesis\":{}}]}",
                "{\"detail-type\":\"Scheduled Event\",\"time\":\"noon\"}",
                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"eventTime\":\"2026-11-21T08:00:00Z\",\"s3\":{}}]}",
                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":"
                        + "{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"%zz\"}}}]}"
            })
    void refusesWhatItDoesNotKnow(String event) {
        assertThatThrownBy(() -> Trigger.parse(utf8(event)))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageStartingWith("The event");
    }

    @Test
    void refusesAMixOfNotificationsAndMessages() throws IOException {
        String mixed = Files.readString(EVENTS.resolve("raw-uploaded.json"))
                .replaceFirst("\"Records\": \\[", "\"Records\": [{\"Sns\":{\"Message\":\"hello\"}},");

        assertThatThrownBy(() -> Trigger.parse(utf8(mixed)))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("mixes");
    }

    private static Trigger sample(String name) throws IOException {
        try (InputStream event = Files.newInputStream(EVENTS.resolve(name))) {
            return Trigger.parse(event);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
