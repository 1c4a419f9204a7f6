package io.flowtide.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "generate",
        description = {
            "Makes up realistic traffic, with anomalies where they are ordered.",
            "",
            "Two rush hours on working days, quiet weekends, noise. The same options give the same content.",
            ""
        },
        synopsisSubcommandLabel = "(flowlogs | metrics | csv)",
        footer = {
            "",
            "Examples:",
            "  flowtide generate flowlogs --weeks 4 --seed 7 --out logs",
            "  flowtide generate csv --from 2026-10-26 --anomaly spike@2026-11-20T08:30/30m*2.5 > a.csv"
        })
final class GenerateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    static CommandLine commands(Surroundings surroundings) {
        return new CommandLine(new GenerateCommand())
                .addSubcommand(new GenerateFlowLogsCommand(surroundings))
                .addSubcommand(new GenerateMetricsCommand(surroundings))
                .addSubcommand(new GenerateCsvCommand(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "What shall be generated is missing: flowlogs, metrics or csv.");
    }
}
