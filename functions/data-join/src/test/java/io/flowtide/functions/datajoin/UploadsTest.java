package io.flowtide.functions.datajoin;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.ObjectStore;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.Origin;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UploadsTest {

    private final World world = new World("2026-11-21T08:10:00Z");

    @Test
    void areHandedOnAsOneWindowAndMoved() {
        CreatedObject upload =
                upload("requests of november.csv", "Timestamp,Value\n2026-11-20 08:00,1\n2026-11-20 08:10,2");

        world.deliver(upload);

        JoinedWindow window = world.window(Keys.joinedUpload(upload.object()));
        assertThat(window.origin()).isEqualTo(Origin.UPLOAD);
        assertThat(window.from()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(window.to()).isEqualTo(Instant.parse("2026-11-20T08:20:00Z"));
        assertThat(window.width()).isEqualTo(Duration.ofMinutes(10));
        assertThat(window.series()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(SeriesId.of("upload", "file", "requests of november.csv"));
            assertThat(row.values()).isEqualTo(Values.of(1, 2));
        });
        assertThat(world.keys("testdata/")).isEmpty();
        assertThat(world.keys("finished/")).containsExactly("finished/20261121T081000Z_requests of november.csv");
        assertThat(world.keys("rejected/")).isEmpty();
    }

    @Test
    void areTakenOnceHoweverOftenTheyAreTold() {
        CreatedObject upload = upload("a.csv", "2026-11-20 08:00,1\n2026-11-20 08:10,2\n");

        world.deliver(upload, upload);
        Tally again = world.deliver(upload);

        assertThat(again.of(Tally.Count.UPLOADS)).isZero();
        assertThat(world.keys("joined/")).hasSize(1);
        assertThat(world.keys("finished/")).hasSize(1);
    }

    @Test
    void areScoredAsFarAsTheyCanBeRead() {
        CreatedObject upload = upload(
                "mixed.csv",
                """
                2026-11-20 08:00,1
                2026-11-20 08:10,many
                2026-11-20 08:20,3
                2026-11-20 08:30,4
                2026-11-20 08:40,5
                2026-11-20 08:50,6
                """);

        world.deliver(upload);

        assertThat(world.window(Keys.joinedUpload(upload.object()))
                        .series()
                        .get(0)
                        .values())
                .isEqualTo(Values.of(1, Double.NaN, 3, 4, 5, 6));
        assertThat(rejected("mixed.csv"))
                .hasValueSatisfying(
                        line -> assertThat(line).startsWith("{\"line\":2,").contains("many"));
    }

    @Test
    void areMovedAndRefusedWhenThereIsNothingInThem() {
        world.deliver(upload("empty.csv", ""), upload("picture.csv", "\u0000\u0001"));

        assertThat(world.keys("joined/")).isEmpty();
        assertThat(world.keys("finished/")).hasSize(2);
        assertThat(rejected("empty.csv")).isPresent();
        assertThat(rejected("picture.csv")).isPresent();
    }

    @Test
    void areRefusedWhenTheySpanMoreThanCanBeHeld() {
        world.deliver(
                upload("long.csv", "2026-11-20 08:00,1\n2026-11-20 08:01,1\n2076-11-20 08:02,2\n2026-11-20 08:03,2\n"));

        assertThat(world.keys("joined/")).isEmpty();
        assertThat(rejected("long.csv"))
                .hasValueSatisfying(line -> assertThat(line).contains("\"line\":0"));
    }

    private CreatedObject upload(String name, String content) {
        new ObjectStore(StandInClients.S3)
                .put(world.name, Keys.TESTDATA + name, content.getBytes(StandardCharsets.UTF_8), "text/csv");
        return world.created(Keys.TESTDATA + name);
    }

    private Optional<String> rejected(String name) {
        return new ObjectStore(StandInClients.S3)
                .read(world.name, "rejected/testdata/" + name + ".jsonl")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
