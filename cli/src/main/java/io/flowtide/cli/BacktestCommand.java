package io.flowtide.cli;

import io.flowtide.core.csv.Numbers;
import io.flowtide.core.series.Durations;
import io.flowtide.core.training.DetectorScore;
import io.flowtide.core.training.ForecastScore;
import io.flowtide.core.training.HorizonError;
import io.flowtide.core.training.InService;
import io.flowtide.core.training.TrainingReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "backtest",
        description = {
            "Shows how well forecasters and detectors would have done.",
            "",
            "Prints CSV: kind,name,measure,from,to,value; for forecasters the errors by how far ahead, for detectors the "
                    + "false alarms a week and the share of planted anomalies that were found.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  flowtide backtest --page backtest.html requests.csv",
            "  flowtide backtest --forecasters tide,mean --horizon 24h --tested 28d requests.csv"
        })
final class BacktestCommand implements Callable<Integer> {

    private static final int DECIMALS = 4;

    @Mixin
    private TrainingSource source;

    @Mixin
    private HelpOption help;

    private final Surroundings surroundings;

    BacktestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        TrainingSource.Trained trained = source.train(InService.DEFAULT, surroundings);
        TrainingReport report = trained.result().report();
        surroundings.out().print("kind,name,measure,from,to,value\n");
        report.forecasters().forEach(this::print);
        report.detectors().forEach(this::print);
        return trained.exitCode();
    }

    private void print(ForecastScore score) {
        if (!score.problem().isEmpty()) {
            surroundings.err().println(score.forecaster() + ": " + score.problem());
        }
        for (HorizonError error : score.byHorizon()) {
            String from = Durations.format(error.from());
            String to = Durations.format(error.to());
            print("forecaster", score.forecaster(), "rmse", from, to, error.rmse());
            print("forecaster", score.forecaster(), "wape", from, to, error.wape());
            print("forecaster", score.forecaster(), "bias", from, to, error.bias());
        }
    }

    private void print(DetectorScore score) {
        print("detector", score.detector(), "false-alarms-per-week", "", "", score.falseAlarmsPerWeek());
        double found = score.planted() == 0 ? Double.NaN : score.found() / (double) score.planted();
        print("detector", score.detector(), "found-share", "", "", found);
    }

    private void print(String kind, String name, String measure, String from, String to, double value) {
        surroundings
                .out()
                .print(String.join(",", kind, name, measure, from, to, Numbers.format(value, DECIMALS)) + '\n');
    }
}
