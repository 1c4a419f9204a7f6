package io.flowtide.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What Jackson reads and writes in a native build must be registered there. A function is held to register each document
 * that it names, and all that such a document is made of.
 */
class ReflectionTest {

    private static final String DOCUMENT = "io.flowtide.core.event.Document";
    private static final String REGISTRATION = "io.quarkus.runtime.annotations.RegisterForReflection";
    private static final String FUNCTIONS = "io.flowtide.functions.";

    private static final JavaClasses CLASSES = ArchitectureTest.CLASSES;

    @Test
    void everyFunctionRegistersTheDocumentsThatItNames() {
        Set<String> missing = new TreeSet<>();
        for (String function : functions()) {
            Set<String> wanted = documents(function);
            wanted.removeAll(registered(function));
            wanted.forEach(type -> missing.add(function + " does not register " + type));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theDocumentsOfAFunctionAreFound() {
        assertThat(documents("modelinvoke"))
                .contains(
                        "io.flowtide.core.event.JoinedWindow",
                        "io.flowtide.core.event.JoinedWindow$Row",
                        "io.flowtide.core.event.ScoredWindow",
                        "io.flowtide.core.series.SeriesId");
    }

    private static Set<String> functions() {
        return CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(FUNCTIONS))
                .map(name -> name.substring(FUNCTIONS.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JavaClass> classesOf(String function) {
        return CLASSES.stream().filter(type -> type.getPackageName().equals(FUNCTIONS + function));
    }

    private static Set<String> documents(String function) {
        Set<String> found = new TreeSet<>();
        classesOf(function)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass())
                .filter(type -> type.isAssignableTo(DOCUMENT))
                .forEach(type -> collect(type, found));
        return found;
    }

    /** Enums are no matter of reflection, and what others wrote is registered by Quarkus. */
    private static void collect(JavaClass type, Set<String> found) {
        boolean ours = type.getPackageName().startsWith("io.flowtide.") && CLASSES.contain(type.getName());
        if (!ours || type.isEnum() || type.isInterface() || !found.add(type.getName())) {
            return;
        }
        type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getType)
                .flatMap(field -> field.getAllInvolvedRawTypes().stream())
                .forEach(part -> collect(part.getBaseComponentType(), found));
    }

    private static Set<String> registered(String function) {
        return classesOf(function)
                .flatMap(type -> type.getAnnotations().stream()
                        .filter(annotation -> annotation.getRawType().getName().equals(REGISTRATION))
                        .flatMap(annotation -> Stream.concat(Stream.of(type.getName()), targets(annotation))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> targets(JavaAnnotation<?> annotation) {
        return annotation.get("targets").stream()
                .flatMap(targets -> Arrays.stream((JavaClass[]) targets))
                .map(JavaClass::getName);
    }
}
