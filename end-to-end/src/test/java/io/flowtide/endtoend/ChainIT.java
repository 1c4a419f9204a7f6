package io.flowtide.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.synthetic.PlantedAnomaly;
import io.flowtide.core.synthetic.Traffic;
import io.flowtide.local.Suite;
import io.flowtide.local.demo.Demo;
import io.flowtide.local.demo.DemoPlan;
import io.flowtide.local.receivers.Message;
import io.flowtide.local.sns.Delivery;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From an uploaded flow log to people, through the archives that Lambda runs; one day after the other, as time goes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChainIT {

    private static final double REQUESTS_PER_MINUTE = 40;
    private static final long SEED = 11;
    /** Yesterday, so that the hours are the same whenever this runs. */
    private static final Instant DAY = LocalDate.now(ZoneOffset.UTC)
            .minusDays(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();

    private static final Instant MORNING = DAY.plus(Duration.ofHours(9));
    private static final Instant NOON = DAY.plus(Duration.ofHours(13));
    private static final Instant EVENING = DAY.plus(Duration.ofHours(17));
    private static final PlantedAnomaly SPIKE = planted(Direction.SPIKE, "PT11H", "PT30M", 3);
    private static final PlantedAnomaly DIP = planted(Direction.DIP, "PT14H30M", "PT45M", 0.2);

    /** As in the demo; and whatever the noise does, only what was planted is told. */
    private static final Map<String, String> PARAMETERS =
            Map.of("AlertMaxAge", "P4D", "ChatBotMinSeverity", "LOW", "Settle", "PT4S", "MinimumDeviation", "0.5");

    /** More than the lease of a stage that was killed lasts, and the claim of a message. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final AtomicReference<Delivery> DELIVERY = new AtomicReference<>(Delivery.orderly());

    @TempDir
    private static Path charts;

    private static Suite suite;

    private static PlantedAnomaly planted(Direction direction, String at, String length, double factor) {
        Instant start = DAY.plus(Duration.parse(at));
        return new PlantedAnomaly(direction, start, start.plus(Duration.parse(length)), factor);
    }

    @BeforeAll
    static void learnAWeekAndADay() throws Exception {
        suite = Suite.start(
                Project.options(PARAMETERS).withDelivery(() -> DELIVERY.get().next()));
        assertThat(run(DAY.minus(Duration.ofDays(8)), MORNING, MORNING)).isEmpty();
        assertThat(suite.incidents().all()).isEmpty();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    /** Uploads what happened, and returns what is wrong with what people heard of all that was planted. */
    private static List<String> run(Instant start, Instant recent, Instant end, PlantedAnomaly... planted)
            throws Exception {
        return demo(start, recent, end, planted).run();
    }

    private static Demo demo(Instant start, Instant recent, Instant end, PlantedAnomaly... planted) {
        Traffic traffic = new Traffic(ZoneOffset.UTC, REQUESTS_PER_MINUTE, SEED, List.of(planted));
        DemoPlan plan = new DemoPlan(start, recent, end, end, traffic);
        return new Demo(suite, plan, charts, Clock.systemUTC(), System.out::println);
    }

    @Test
    @Order(1)
    void everyEventComesTwiceAndOutOfOrderAndPeopleHearOnce() throws Exception {
        DELIVERY.set(Delivery.doubled(SEED, Duration.ofMillis(100)));

        assertThat(run(MORNING, MORNING, NOON, SPIKE)).isEmpty();

        assertThat(suite.incidents().all()).hasSize(1);
        assertThat(states(0)).startsWith(AnomalyDetected.State.OPENED).endsWith(AnomalyDetected.State.RECOVERED);
        assertThat(suite.slack().messages())
                .filteredOn(message -> message.picture().isPresent())
                .hasSameSizeAs(states(0))
                .allSatisfy(ChainIT::hasChart)
                .allSatisfy(message -> assertThat(message.thread()).isNotEmpty());
        assertThat(charts)
                .isDirectoryContaining("glob:**-opened.png")
                .isDirectoryContaining("glob:**-recovered.png")
                .isDirectoryContaining("glob:**.md");
    }

    @Test
    @Order(2)
    void everyStageIsKilledInTheMiddleOfItsWorkAndPeopleHearOnce() throws Exception {
        DELIVERY.set(Delivery.orderly());
        Killer killer = Killer.letLoose(suite);

        Demo demo = demo(NOON, NOON, EVENING, SPIKE, DIP);
        List<String> problems = demo.run();
        Instant patience = Instant.now().plus(PATIENCE);
        while (!problems.isEmpty() && Instant.now().isBefore(patience)) {
            problems = demo.lookAgain();
        }

        assertThat(problems).isEmpty();
        assertThat(killer.killed())
                .containsExactlyInAnyOrder(
                        "flowlog-aggregator", "data-join", "model-invoke", "cutoff-scorer", "notifier");
        assertThat(killer.failures())
                .allSatisfy((function, failed) ->
                        assertThat(failed).as("killed attempts of %s", function).isPositive());
        assertThat(suite.incidents().all()).hasSize(2);
        assertThat(states(1)).startsWith(AnomalyDetected.State.OPENED);
        assertThat(suite.deadLetters().all()).isEmpty();
    }

    private static List<AnomalyDetected.State> states(int incident) {
        return suite.incidents().all().get(incident).stream()
                .map(AnomalyDetected::state)
                .toList();
    }

    private static void hasChart(Message message) throws IOException {
        byte[] png = message.picture().orElseThrow().content();
        BufferedImage chart = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(chart.getWidth()).isGreaterThanOrEqualTo(1000);
        assertThat(chart.getHeight()).isGreaterThanOrEqualTo(500);
    }
}
