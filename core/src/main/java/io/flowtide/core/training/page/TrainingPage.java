package io.flowtide.core.training.page;

import io.flowtide.core.series.Durations;
import io.flowtide.core.training.Choice;
import io.flowtide.core.training.DetectorScore;
import io.flowtide.core.training.Finding;
import io.flowtide.core.training.ForecastScore;
import io.flowtide.core.training.HorizonError;
import io.flowtide.core.training.Reason;
import io.flowtide.core.training.TrainingReport;
import io.flowtide.core.training.TrainingResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the report of a training as a page, in light or dark as the reader's system is. */
public final class TrainingPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private static final String OBSERVED = "<span class=\"key observed\"></span>observed ";

    private final TrainingResult result;
    private final TrainingReport report;
    private final Drawings drawings;

    private TrainingPage(TrainingResult result) {
        this.result = result;
        this.report = result.report();
        this.drawings = new Drawings(result);
    }

    /** The page, UTF-8 when it is written to a file. */
    public static String html(TrainingResult result) {
        return new TrainingPage(result).html();
    }

    private String html() {
        String title = "Training of " + Html.escape(report.series().name());
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <header><h1>%1$s</h1><p>%s</p></header>
                <main>
                %s%s%s%s</main>
                </body>
                </html>
                """
                .formatted(title, style(), subtitle(), choices(), history(), forecasters(), detectors());
    }

    private static String style() {
        try (InputStream css = TrainingPage.class.getResourceAsStream("page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException("The page's style could not be read", impossible);
        }
    }

    private String subtitle() {
        return "%s to %s, buckets of %s, %s of it learned from, times in %s"
                .formatted(
                        time(report.from()),
                        time(report.to()),
                        Durations.format(report.width()),
                        Html.percent(report.usedShare()),
                        report.zone().equals(ZoneOffset.UTC)
                                ? "UTC"
                                : Html.escape(report.zone().getId()));
    }

    private String time(Instant time) {
        return TIME.format(time.atZone(report.zone()));
    }

    private String choices() {
        return "<section class=\"choices\">" + choice("Forecaster", report.forecaster())
                + choice("Detector", report.detector()) + "</section>\n";
    }

    private static String choice(String what, Choice choice) {
        return "<div class=\"choice\"><h2>%s</h2><p class=\"name\">%s <span class=\"badge %s\">%s</span></p><p>%s</p></div>"
                .formatted(
                        what,
                        Html.escape(choice.name()),
                        choice.promoted() ? "new" : "kept",
                        choice.promoted() ? "promoted" : "kept",
                        Html.escape(choice.why()));
    }

    private String history() {
        return section(
                "History",
                "Shaded: what is not learned from as it is. Nobody told when that was; it follows from the data.",
                drawings.history()
                        + "<p class=\"legend\"><span class=\"key excluded\"></span>excluded <span class=\"key rescaled\">"
                        + "</span>scaled back <span class=\"key gap\"></span>gap</p>" + findings());
    }

    private String findings() {
        if (report.findings().isEmpty()) {
            return "<p>Nothing had to be excluded.</p>";
        }
        String rows = report.findings().stream().map(this::finding).collect(Collectors.joining());
        return table(List.of("From", "To", "What", "Why"), rows);
    }

    private String finding(Finding finding) {
        String what = finding.reason() == Reason.RESCALED
                ? "scaled by 1/" + Html.number(finding.factor())
                : Words.of(finding.reason());
        return row(time(finding.from()), time(finding.to()), what, finding.why());
    }

    private String forecasters() {
        String drawn = result.forecasts().isEmpty()
                ? ""
                : "<h3>From the last origin</h3>" + drawings.forecasts() + legend(OBSERVED)
                        + "<h3>Error by horizon</h3>" + drawings.errors() + legend("");
        String rows = report.forecasters().stream().map(this::forecaster).collect(Collectors.joining());
        return section(
                "Forecasters",
                "Tried from %d origins, each knowing only what lay before it. The error is the sum of what a forecast is off, by the sum of what came."
                        .formatted(report.origins().size()),
                drawn + table(List.of("Forecaster", "Error", "RMSE of the first day", "RMSE of all", "Bias"), rows));
    }

    private String legend(String before) {
        StringBuilder legend = new StringBuilder("<p class=\"legend\">" + before);
        for (int i = 0; i < report.forecasters().size(); i++) {
            legend.append("<span class=\"key %s\"></span>%s "
                    .formatted(
                            Drawings.color(i),
                            Html.escape(report.forecasters().get(i).forecaster())));
        }
        return legend + "</p>";
    }

    private String forecaster(ForecastScore score) {
        if (!score.problem().isEmpty()) {
            return row(score.forecaster(), "–", "–", "–", score.problem());
        }
        List<HorizonError> all = score.byHorizon();
        List<HorizonError> day =
                all.stream().filter(error -> error.to().toHours() <= 24).toList();
        return row(
                score.forecaster(),
                Html.percent(score.error()),
                Html.compact(rmse(day)),
                Html.compact(rmse(all)),
                Html.compact(all.stream()
                                .mapToDouble(error -> error.bias() * error.buckets())
                                .sum()
                        / buckets(all)));
    }

    private static double rmse(List<HorizonError> errors) {
        double squares = errors.stream()
                .mapToDouble(error -> error.rmse() * error.rmse() * error.buckets())
                .sum();
        return Math.sqrt(squares / buckets(errors));
    }

    private static double buckets(List<HorizonError> errors) {
        return errors.stream().mapToInt(HorizonError::buckets).sum();
    }

    private String detectors() {
        String rows = report.detectors().stream().map(TrainingPage::detector).collect(Collectors.joining());
        return section(
                "Detectors",
                "Run over the last weeks as they were, where every alarm is a false one, and with planted spikes, dips "
                        + "and silences of a quarter of an hour.",
                table(List.of("Detector", "Found", "False alarms a week", "Cost"), rows));
    }

    private static String detector(DetectorScore score) {
        return row(
                score.detector(),
                "%d of %d".formatted(score.found(), score.planted()),
                String.format(Locale.ROOT, "%.1f", score.falseAlarmsPerWeek()),
                String.format(Locale.ROOT, "%.3f", score.cost()));
    }

    private static String section(String title, String lead, String content) {
        return "<section><h2>%s</h2><p>%s</p>%s</section>\n".formatted(title, lead, content);
    }

    private static String table(List<String> head, String rows) {
        String cells = head.stream().map(cell -> "<th>" + cell + "</th>").collect(Collectors.joining());
        return "<div class=\"scroll\"><table><thead><tr>" + cells + "</tr></thead><tbody>" + rows
                + "</tbody></table></div>";
    }

    private static String row(String... cells) {
        return List.of(cells).stream()
                .map(cell -> "<td>" + Html.escape(cell) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
