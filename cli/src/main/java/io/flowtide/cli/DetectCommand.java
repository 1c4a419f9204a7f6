package io.flowtide.cli;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.csv.Grid;
import io.flowtide.core.csv.Numbers;
import io.flowtide.core.model.Detector;
import io.flowtide.core.model.DetectorSettings;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.model.Judgement;
import io.flowtide.core.scoring.CutOff;
import io.flowtide.core.scoring.CutOffs;
import io.flowtide.core.scoring.Verdict;
import io.flowtide.core.series.TimeSeries;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "detect",
        description = {
            "Finds where a series leaves its daily and weekly pattern.",
            "",
            "Prints CSV: timestamp,value,expected,low,high,score,anomaly,severity,direction; one row per bucket, and "
                    + "each depends only on the rows up to it.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  flowtide detect --chart requests.png requests.csv > scores.csv",
            "  flowtide detect --zone Europe/Berlin --detector mean --cutoff daily:3 requests.csv | grep true",
            "  flowtide aggregate logs/ | flowtide detect -"
        })
final class DetectCommand implements Callable<Integer> {

    private static final int DECIMALS = 4;
    private static final int SCORE_DECIMALS = 6;
    private static final Judgement NOTHING_YET = new Judgement(Double.NaN, Double.NaN, Double.NaN, 0, 0, Map.of());

    /** The names for the help. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Detectors.names().iterator();
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private SeriesSource source;

    @Option(
            names = "--detector",
            paramLabel = "NAME[:OPTIONS]",
            defaultValue = Detectors.DEFAULT,
            completionCandidates = Names.class,
            description = {
                "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
                "rcf takes options: rcf:shingle=8,trees=50,samples=256,decay=0.0004,learn=14d (any may be left out), or "
                        + "rcf:kinesis for 100 trees over minute of the day, weekday and value."
            })
    private String detector;

    @Option(
            names = "--cutoff",
            paramLabel = "RULE",
            defaultValue = CutOffs.DEFAULT,
            description =
                    "Which scores are anomalies: default (the detector's own), fixed:SCORE, or mean + K standard "
                            + "deviations of the scores so far as batch:K, of the day as daily:K, of the last N as rolling:K:N.")
    private String cutOff;

    @Option(names = "--chart", paramLabel = "FILE.png", description = "Draw a chart as well.")
    private Optional<Path> chart = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "What random choices of the detector start from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private CalendarOptions holidays;

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    DetectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        cutOff();
        detector(new DetectorSettings(Grid.DEFAULT_WIDTH, source.zone(), seed));
        SeriesCalendar calendar = new SeriesCalendar(source.zone(), holidays.calendar());
        SeriesSource.Loaded loaded = source.load(surroundings);
        TimeSeries series = loaded.series();
        surroundings.out().print("timestamp,value,expected,low,high,score,anomaly,severity,direction\n");
        if (!series.values().isEmpty()) {
            judge(series, calendar);
        }
        return loaded.exitCode();
    }

    private CutOff cutOff() {
        try {
            return CutOffs.parse(cutOff, detector, source.zone());
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage() + ".");
        }
    }

    private Detector detector(DetectorSettings settings) {
        try {
            return Detectors.create(detector, settings);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage() + ".");
        }
    }

    private void judge(TimeSeries series, SeriesCalendar calendar) throws BadInputException {
        Detector judge = detector(settings(series, calendar));
        CutOff cut = cutOff();
        DetectChart drawing = new DetectChart(series, source.zone(), source.shortName(), detector);
        Judgement last = NOTHING_YET;
        for (int i = 0; i < series.size(); i++) {
            Judgement judgement = judge.next(series.time(i), series.values().get(i));
            Verdict verdict = cut.next(series.time(i), series.values().get(i), judgement);
            drawing.add(i, judgement, verdict);
            last = judgement;
            if (!series.values().isMissing(i)) {
                print(series.time(i), series.values().get(i), judgement, verdict);
            }
        }
        if (last.isWarmingUp()) {
            noteWarmingUp(last.confidence());
        }
        if (chart.isPresent()) {
            write(chart.get(), drawing);
        }
    }

    private void noteWarmingUp(double confidence) {
        surroundings
                .err()
                .println(source.name() + ": note: warming-up: " + detector + " has learned "
                        + Math.round(100 * confidence)
                        + " % of what it needs to be relied on, which takes a full week");
    }

    private DetectorSettings settings(TimeSeries series, SeriesCalendar calendar) {
        try {
            return new DetectorSettings(series.width(), calendar, seed);
        } catch (IllegalArgumentException unfit) {
            throw new ParameterException(spec.commandLine(), unfit.getMessage() + ".");
        }
    }

    private void print(Instant time, double value, Judgement judgement, Verdict verdict) {
        PrintWriter out = surroundings.out();
        out.print(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(source.zone())));
        out.print(',' + Numbers.format(value));
        out.print(',' + Numbers.format(judgement.expected(), DECIMALS));
        out.print(',' + Numbers.format(judgement.low(), DECIMALS));
        out.print(',' + Numbers.format(judgement.high(), DECIMALS));
        out.print(',' + Numbers.format(judgement.score(), SCORE_DECIMALS));
        out.print("," + verdict.anomaly());
        out.print(',' + verdict.severity().map(Enum::name).orElse(""));
        out.print(',' + verdict.direction().map(Enum::name).orElse("") + '\n');
    }

    private void write(Path file, DetectChart drawing) throws BadInputException {
        try {
            Files.write(file, drawing.png());
        } catch (IOException unwritable) {
            throw Output.unwritable(file, unwritable);
        }
    }
}
