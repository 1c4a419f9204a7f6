package io.flowtide.local.demo;

import io.flowtide.core.synthetic.GeneratedFile;
import io.flowtide.local.Suite;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs a plan through a suite, and says what happens while it happens. */
public final class Demo {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    /** What waits when the first comes has settled by then, what was let in by that by the second. */
    private static final int TICKS_TO_SETTLE = 2;

    private final Suite suite;
    private final DemoPlan plan;
    private final Clock clock;
    private final Consumer<String> say;
    private final Uploader uploader;
    private final AlertPrinter alerts;
    private final Instant begun;
    private Instant lastLine;

    /**
     * @param out where charts are saved
     * @param say takes what is said, line by line
     */
    public Demo(Suite suite, DemoPlan plan, Path out, Clock clock, Consumer<String> say) {
        this.suite = suite;
        this.plan = plan;
        this.clock = clock;
        this.say = say;
        this.uploader = new Uploader(suite, clock);
        Duration lateness = Duration.parse(suite.wiring().parameters().get("AllowedLateness"));
        this.alerts = new AlertPrinter(out, lateness, uploader, say);
        this.begun = clock.instant();
        this.lastLine = begun;
    }

    /**
     * The template's parameters as the demo needs them: all of the last days is news, the ChatBot hears all, and as weeks
     * pass within a minute, stragglers are waited for in seconds: several processes take the events of one file, and
     * chaos delays some of them on purpose. What is younger than the expected delay does not wait at all, so that the last
     * hours close slot by slot.
     */
    public static Map<String, String> parameters(boolean chaos) {
        return Map.of(
                "AlertMaxAge",
                "P4D",
                "ChatBotMinSeverity",
                "LOW",
                "Settle",
                chaos ? "PT12S" : "PT8S",
                "ExpectedDelay",
                DemoPlan.LIVE.multipliedBy(2).toString());
    }

    /**
     * @return what went wrong, in words; empty when people heard of exactly what was planted
     * @throws TimeoutException when the suite does not get on
     */
    public List<String> run() throws InterruptedException, TimeoutException {
        upload("history", plan.history());
        uploader.drain();
        upload("the last days", plan.lastDays());
        uploader.drain();
        settle();
        upload("the last hours", plan.lastHours());
        suite.tick(Duration.ofMinutes(1));
        uploader.drain();
        alerts.print(Told.all(suite));
        return problems();
    }

    /**
     * Lets the schedule tick, and looks again: what a process held that died (a lease, a claim) is free after a while.
     *
     * @return what is still wrong, in words
     */
    public List<String> lookAgain() throws InterruptedException, TimeoutException {
        settle();
        return problems();
    }

    private List<String> problems() {
        return Verdict.problems(
                plan.anomalies(), Told.all(suite), suite.deadLetters().all());
    }

    /** Nothing is uploaded that would close what is settling: the schedule does. */
    private void settle() throws InterruptedException, TimeoutException {
        Duration settle = Duration.parse(suite.wiring().parameters().get("Settle"));
        for (int tick = 0; tick < TICKS_TO_SETTLE; tick++) {
            Thread.sleep(settle.toMillis());
            suite.tick(Duration.ofMinutes(1));
            uploader.drain();
            alerts.print(Told.all(suite));
        }
    }

    private void upload(String what, Stream<GeneratedFile> files) throws InterruptedException, TimeoutException {
        long uploaded = 0;
        for (GeneratedFile file : (Iterable<GeneratedFile>) files::iterator) {
            uploader.upload(file);
            uploaded++;
            alerts.print(Told.all(suite));
            sayNowAndThen(what, file, uploaded);
        }
        say.accept(line(what + ": " + uploaded + " files uploaded"));
    }

    private void sayNowAndThen(String what, GeneratedFile file, long uploaded) {
        Instant now = clock.instant();
        if (Duration.between(lastLine, now).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = now;
            say.accept(line(what + ": up to " + WHEN.format(file.end()) + ", " + uploaded + " files"));
        }
    }

    private String line(String text) {
        return "%4d s  %s".formatted(Duration.between(begun, clock.instant()).toSeconds(), text);
    }
}
