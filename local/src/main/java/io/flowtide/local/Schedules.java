package io.flowtide.local;

import io.flowtide.local.http.Json;
import io.flowtide.local.lambda.FunctionHost;
import io.flowtide.local.template.Wiring.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** EventBridge: invokes functions at the rates that the template gives. */
final class Schedules {

    private final List<Schedule> schedules;
    private final Map<String, FunctionHost> functions;
    private final Clock clock;

    /**
     * @param functions by ARN
     */
    Schedules(List<Schedule> schedules, Map<String, FunctionHost> functions, Clock clock) {
        this.schedules = schedules;
        this.functions = functions;
        this.clock = clock;
    }

    void start(ScheduledExecutorService timer) {
        for (Schedule schedule : schedules) {
            long millis = schedule.rate().toMillis();
            timer.scheduleAtFixedRate(() -> fire(schedule), millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Fires now the rules that come at least so often. */
    void fireAll(Duration rate) {
        schedules.stream()
                .filter(schedule -> schedule.rate().compareTo(rate) <= 0)
                .forEach(this::fire);
    }

    private void fire(Schedule schedule) {
        functions.get(schedule.function()).invokeLater(event(schedule), Duration.ZERO);
    }

    private byte[] event(Schedule schedule) {
        var event = Json.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", "000000000000")
                .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", "eu-central-1");
        event.putArray("resources").add(schedule.arn());
        event.putObject("detail");
        return Json.bytes(event);
    }
}
