package io.flowtide.functions.forecaster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flowtide.aws.ClosingTable;
import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.SeriesTable;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.event.SeriesForecast;
import io.flowtide.core.join.KnownSeries;
import io.flowtide.core.join.SlotSums;
import io.flowtide.core.join.StoredSlot;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import io.flowtide.standin.AwsTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

@QuarkusTest
@WithTestResource(AwsTestResource.class)
@TestMethodOrder(OrderAnnotation.class)
class ForecasterHandlerTest {

    private static final SeriesId WATCHED = SeriesId.total("requests");
    private static final SeriesId OTHER = SeriesId.total("bytes");
    private static final Instant END = Instant.parse("2026-11-21T08:00:00Z");
    private static final int DAYS = 3;
    private static final int DONE = 204;

    @Inject
    S3Client s3;

    @Inject
    DynamoDbClient dynamo;

    private static Response post(String event) throws IOException {
        Path events = Path.of(System.getProperty("flowtide.root"), "events");
        return given().body(Files.readString(events.resolve(event))).post();
    }

    private Optional<SeriesForecast> forecast(SeriesId series) {
        ObjectVersion document = new ObjectVersion(AwsTestResource.LAKE, Keys.forecast(series, END), "");
        return new ObjectStore(s3).read(document, SeriesForecast.class);
    }

    /** By day 600 requests in five minutes, by night 60; closed up to {@link #END}. */
    private void history() {
        SeriesTable table = new SeriesTable(dynamo, AwsTestResource.SERIES, Duration.ofDays(1));
        Slot first = new Slot(END).minus(DAYS * 288L);
        for (int i = 0; i < DAYS * 288; i++) {
            Slot slot = first.plus(i);
            Values minutes = Values.of(isDay(slot.start()) ? 600 : 60, 0, 0, 0, 0);
            SlotSums sums = SlotSums.of(new PartialCounts(
                    new ObjectVersion("ingest", "raw/x", ""),
                    slot,
                    new TreeMap<>(Map.of(WATCHED, minutes, OTHER, minutes))));
            table.store(0, slot, StoredSlot.NONE, new StoredSlot(new TreeSet<>(), sums));
        }
        table.widen(0, WATCHED, KnownSeries.in(first));
        table.widen(0, OTHER, KnownSeries.in(first));
        new ClosingTable(dynamo, AwsTestResource.SERIES).close(new Slot(END).minus(1));
    }

    private static boolean isDay(Instant time) {
        long hour = time.getEpochSecond() / 3600 % 24;
        return hour >= 7 && hour < 19;
    }

    @Test
    @Order(1)
    void whereNothingIsClosedThereIsNothingToForecastFrom() throws IOException {
        assertThat(post("forecast-tick.json").statusCode()).isEqualTo(DONE);
        assertThat(forecast(WATCHED)).isEmpty();
    }

    @Test
    @Order(2)
    void theWatchedSeriesIsForecastFromItsLastClosedSlotOn() throws IOException {
        history();

        assertThat(post("forecast-tick.json").statusCode()).isEqualTo(DONE);

        SeriesForecast forecast = forecast(WATCHED).orElseThrow();
        assertThat(forecast.from()).isEqualTo(END);
        assertThat(forecast.forecaster()).isEqualTo("tide");
        assertThat(forecast.mean().size()).isEqualTo(2 * 288);
        assertThat(forecast.deviation().size()).isEqualTo(2 * 288);
        for (int i = 0; i < forecast.mean().size(); i++) {
            Instant time = END.plus(forecast.width().multipliedBy(i));
            assertThat(forecast.mean().get(i)).isCloseTo(isDay(time) ? 600 : 60, within(0.5));
        }
        assertThat(forecast(OTHER)).isEmpty();
    }

    @Test
    @Order(3)
    void theSameSlotsGiveTheSameBytes() throws IOException {
        ObjectStore lake = new ObjectStore(s3);
        byte[] once =
                lake.read(AwsTestResource.LAKE, Keys.forecast(WATCHED, END)).orElseThrow();

        assertThat(post("forecast-tick.json").statusCode()).isEqualTo(DONE);

        assertThat(lake.read(AwsTestResource.LAKE, Keys.forecast(WATCHED, END))).contains(once);
    }

    @Test
    @Order(4)
    void anEventThatIsNoTickDoesNothing() throws IOException {
        assertThat(post("test-event.json").statusCode()).isEqualTo(DONE);
    }
}
