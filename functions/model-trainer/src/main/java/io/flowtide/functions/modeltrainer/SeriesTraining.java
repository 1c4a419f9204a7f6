package io.flowtide.functions.modeltrainer;

import io.flowtide.aws.ModelChoices;
import io.flowtide.aws.ObjectStore;
import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.event.Keys;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.training.HistoryTooShortException;
import io.flowtide.core.training.InService;
import io.flowtide.core.training.ModelChoice;
import io.flowtide.core.training.Training;
import io.flowtide.core.training.TrainingOptions;
import io.flowtide.core.training.TrainingReport;
import io.flowtide.core.training.TrainingResult;
import io.flowtide.core.training.page.TrainingPage;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Trains one series: {@code models/<series>/<day>-h<history version>/} gets the report ({@code report.json},
 * {@code report.html}) and the chosen detector ({@code trained.bin}); what was promoted is put into service last. Done
 * twice, the same objects are written twice.
 */
final class SeriesTraining {

    private static final Logger LOG = Logger.getLogger(SeriesTraining.class);
    private static final String BINARY = "application/octet-stream";
    private static final String HTML = "text/html; charset=utf-8";

    private final ObjectStore objects;
    private final ModelChoices choices;
    private final String lake;
    private final InService configured;
    private final TrainingOptions options;

    SeriesTraining(S3Client s3, ModelChoices choices, TrainerConfig config) {
        this.objects = new ObjectStore(s3);
        this.choices = choices;
        this.lake = config.lakeBucket();
        this.configured = new InService(config.forecaster(), config.detector());
        this.options = TrainingOptions.in(new SeriesCalendar(
                config.zone(), HolidayCalendar.parse(config.holidays().orElse(""))));
    }

    /** @return whether something else was put into service */
    boolean train(TimeSeries history, ModelTrainer.Schedule schedule, long historyVersion) {
        InService inService = choices.inService(history.id(), schedule.from().minusDays(1))
                .map(ModelChoice::inService)
                .orElse(configured);
        try {
            TrainingResult result = Training.run(history, options, inService);
            return keep(result, schedule, historyVersion);
        } catch (HistoryTooShortException tooShort) {
            LOG.infof("%s is not trained: %s", history.id(), tooShort.getMessage());
            return false;
        }
    }

    private boolean keep(TrainingResult result, ModelTrainer.Schedule schedule, long historyVersion) {
        TrainingReport report = result.report();
        String version = schedule.trained() + "-h" + historyVersion;
        String snapshot = Keys.model(report.series(), version, "trained.bin");
        objects.put(lake, Keys.model(report.series(), version, "report.json"), report);
        byte[] page = TrainingPage.html(result).getBytes(StandardCharsets.UTF_8);
        objects.put(lake, Keys.model(report.series(), version, "report.html"), page, HTML);
        objects.put(lake, snapshot, result.snapshot(), BINARY);
        boolean better = report.forecaster().promoted() || report.detector().promoted();
        LOG.infof(
                "Trained %s on %d buckets: forecaster %s, detector %s%s",
                report.series(),
                result.inspection().history().size(),
                report.forecaster().name(),
                report.detector().name(),
                better ? ", in service from " + schedule.from() : "");
        return better
                && choices.promote(new ModelChoice(
                        report.series(),
                        schedule.from(),
                        schedule.trained(),
                        historyVersion,
                        report.detector().name(),
                        report.forecaster().name(),
                        snapshot,
                        options.calendar().text(),
                        report.width()));
    }
}
