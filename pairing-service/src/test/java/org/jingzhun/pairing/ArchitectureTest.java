package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may depend on whom: an allow-list with a line for each package. A new edge is a decision. */
class ArchitectureTest {

    private static final String ROOT = "org.jingzhun.pairing";

    private static final String CALCULATION = "java org.jspecify";
    private static final String SOLVER = " com.google.ortools";
    private static final String PUBLISHED = "java org.jspecify com.fasterxml.jackson.annotation";
    private static final String CONCEPT = "java org.jspecify jakarta io.quarkus io.agroal com.github.f4b6a3"
            + " de.siegmar org.eclipse.microprofile.openapi org.jingzhun.chassis";
    private static final String WEB = "java org.jspecify jakarta io.quarkus io.vertx org.eclipse.microprofile.openapi"
            + " org.jboss.resteasy org.jingzhun.chassis .access";
    private static final String OBSERVED = "java org.jspecify jakarta io.agroal org.apache.kafka.clients.consumer"
            + " org.eclipse.microprofile.reactive.messaging org.jingzhun.chassis";

    /** Package, its kind, and beside that the packages of this service it may use. */
    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            line("access", CALCULATION + " org.jingzhun.chassis.caller", ""),
            line("batch", CALCULATION, ""),
            line("cause", CALCULATION, ""),
            line("codelist", CONCEPT, ".cause .helper .link .pairing .planning"),
            line("codelist.web", WEB, ".codelist"),
            line("helper", CONCEPT, ".access .cause"),
            line("helper.web", WEB, ".cause .helper .policy"),
            line("link", CONCEPT, ".access .helper .observed.identification .policy"),
            line("link.web", WEB, ".link"),
            line("observed.identification", OBSERVED, ".batch"),
            line("pairing", CONCEPT, ".access .helper .observed.identification .policy .published"),
            line("pairing.matching", CALCULATION + SOLVER, ".cause"),
            line("pairing.web", WEB, ".helper .pairing"),
            line("planning", CONCEPT, ".access .batch .cause .helper .pairing .pairing.matching .policy .published"),
            line("planning.web", WEB, ".pairing.matching .planning"),
            line("policy", CONCEPT, ""),
            line("policy.web", WEB, ".policy"),
            line("published", PUBLISHED, ""));

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static Map.Entry<String, List<String>> line(String name, String kind, String own) {
        return Map.entry(
                name,
                Stream.of((kind + " ." + name + " " + own).split(" "))
                        .filter(allowed -> !allowed.isEmpty())
                        .toList());
    }

    @Test
    void everyPackageHasItsLine() {
        assertThat(packages()).isEqualTo(new TreeSet<>(ALLOWED.keySet()));
    }

    @Test
    void everyDependencyIsAllowed() {
        assertThat(forbidden(ALLOWED)).isEmpty();
    }

    /** A line that allows nothing forbids what its package does use, so each line can fail. */
    @Test
    void everyLineCanFail() {
        for (String name : ALLOWED.keySet()) {
            Map<String, List<String>> stricter = ALLOWED.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            line -> line.getKey().equals(name) ? List.of("nothing") : line.getValue()));
            assertThat(forbidden(stricter)).as(name).isNotEmpty();
        }
    }

    @Test
    void everyEdgeBetweenPackagesIsUsed() {
        List<String> used = classes.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .map(dependency -> nameOf(dependency.getOriginClass()) + " -> ." + nameOf(dependency.getTargetClass()))
                .distinct()
                .toList();
        List<String> promised = ALLOWED.entrySet().stream()
                .flatMap(line -> line.getValue().stream()
                        .filter(allowed -> allowed.startsWith(".") && !allowed.equals(".access"))
                        .filter(allowed -> !allowed.equals("." + line.getKey()))
                        .map(allowed -> line.getKey() + " -> " + allowed))
                .toList();
        assertThat(used).containsAll(promised);
    }

    private Set<String> packages() {
        return classes.stream()
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .map(ArchitectureTest::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> forbidden(Map<String, List<String>> lines) {
        return classes.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !isAllowed(
                        lines.getOrDefault(nameOf(dependency.getOriginClass()), List.of()),
                        dependency.getTargetClass()))
                .map(Dependency::getDescription)
                .toList();
    }

    private static boolean isAllowed(List<String> line, JavaClass target) {
        JavaClass type = target.getBaseComponentType();
        if (type.isPrimitive()) {
            return true;
        }
        String name = type.getPackageName();
        return line.stream()
                .anyMatch(allowed -> allowed.startsWith(".")
                        ? name.equals(ROOT + allowed)
                        : name.equals(allowed) || name.startsWith(allowed + "."));
    }

    private static String nameOf(JavaClass each) {
        String name = each.getPackageName();
        return name.equals(ROOT) ? "" : name.replaceFirst("^" + ROOT.replace(".", "\\.") + "\\.", "");
    }
}
