package io.flowtide.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom (docs/architecture.md, "Modules"). */
class ArchitectureTest {

    private static final Path ROOT = Path.of(System.getProperty("flowtide.root"));
    static final JavaClasses CLASSES = new ClassFileImporter().importPaths(classFolders());

    private static List<Path> classFolders() {
        try (Stream<Path> folders = Files.find(ROOT, 4, (path, attributes) -> path.endsWith("target/classes"))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("io/flowtide")))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("Can't look for class folders below " + ROOT, unreadable);
        }
    }

    @Test
    void everyModuleIsLookedAt() {
        assertThat(classFolders())
                .extracting(folder ->
                        ROOT.relativize(folder).getParent().getParent().toString())
                .contains("core", "chart", "aws", "sagemaker", "local", "cli")
                .contains(
                        "functions/flowlog-aggregator",
                        "functions/data-join",
                        "functions/model-invoke",
                        "functions/model-trainer",
                        "functions/cutoff-scorer",
                        "functions/notifier",
                        "functions/forecaster");
    }

    @Test
    void coreKnowsNoFramework() {
        classes()
                .that()
                .resideInAPackage("io.flowtide.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.flowtide.core..",
                        "com.fasterxml.jackson..",
                        "com.maxmind.db..",
                        "de.siegmar.fastcsv..",
                        "de.focus_shift.jollyday..",
                        "com.amazon.randomcutforest..")
                .check(CLASSES);
    }

    @Test
    void chartKnowsOnlyCore() {
        classes()
                .that()
                .resideInAPackage("io.flowtide.chart..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.imageio..", "io.flowtide.chart..", "io.flowtide.core..")
                .check(CLASSES);
    }

    @Test
    void whatTheFunctionsShareKnowsNoFunctionAndNoQuarkus() {
        noClasses()
                .that()
                .resideInAnyPackage("io.flowtide.aws..", "io.flowtide.sagemaker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..", "io.flowtide.functions..", "io.flowtide.chart..", "io.flowtide.local..")
                .check(CLASSES);
    }

    @Test
    void noFunctionKnowsAnother() {
        slices().matching("io.flowtide.functions.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void nothingButTheNotifierDraws() {
        noClasses()
                .that()
                .resideInAPackage("io.flowtide.functions..")
                .and()
                .resideOutsideOfPackage("io.flowtide.functions.notifier..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.flowtide.chart..", "java.awt..")
                .check(CLASSES);
    }

    @Test
    void theSuiteKnowsTheFunctionsOnlyAsArchives() {
        noClasses()
                .that()
                .resideInAnyPackage("io.flowtide.local..", "io.flowtide.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.flowtide.functions..")
                .check(CLASSES);
    }
}
