package org.jingzhun.identification;

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

    private static final String ROOT = "org.jingzhun.identification";

    private static final String CALCULATION = "java org.jspecify";
    private static final String PUBLISHED = "java org.jspecify com.fasterxml.jackson.annotation";
    private static final String CONCEPT = "java javax.crypto org.jspecify jakarta org.hibernate io.quarkus io.agroal"
            + " io.smallrye com.fasterxml.jackson com.github.f4b6a3 de.siegmar org.jboss.logging"
            + " org.eclipse.microprofile org.jingzhun.chassis";
    private static final String OBSERVED = CONCEPT + " org.apache.kafka";
    private static final String WEB = "java org.jspecify jakarta io.quarkus io.smallrye io.vertx com.github.f4b6a3"
            + " org.eclipse.microprofile org.jboss.resteasy org.jingzhun.chassis .access";

    /** Package, its kind, and beside that the packages of this service it may use. */
    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            line("access", CALCULATION, ""),
            line(
                    "campaign",
                    CONCEPT,
                    ".access .assessment .campaign.line .division .register .scorecard .scorecard.scoring .veto"),
            line("campaign.web", WEB, ".campaign .division"),
            line(
                    "form",
                    CONCEPT,
                    ".assessment .campaign .form.proposal .household .household.identity .scorecard .scorecard.scoring"),
            line("form.proposal", CALCULATION, ""),
            line("form.web", WEB, ".assessment .campaign .division .form .form.proposal .household .scorecard.scoring"),
            line("income", CONCEPT, ".household .income.computing .scorecard"),
            line("income.computing", CALCULATION, ""),
            line("income.web", WEB, ".division .income .income.computing .money .scorecard"),
            line("money", CALCULATION, ""),
            line("datafile", CONCEPT, ""),
            line("exit", CONCEPT, ".access .campaign .datafile .division .povertyline .register"),
            line("exit.web", WEB, ".campaign .division .exit"),
            line("povertyline", CONCEPT, ".datafile"),
            line("povertyline.web", WEB, ".division .povertyline"),
            line("observed.funding", OBSERVED, ""),
            line("observed.pairing", OBSERVED, ""),
            line("register", CONCEPT, ".division .published .scorecard.scoring"),
            line("register.web", WEB, ".division .household .observed.funding .observed.pairing .register"),
            line("screening", CONCEPT, ".access .campaign .household .household.identity .veto"),
            line("screening.web", WEB, ".division .screening .veto"),
            line("simulation", CONCEPT, "org.postgresql .division .scorecard .scorecard.scoring .simulation.whatif"),
            line("simulation.web", WEB, "com.fasterxml.jackson.annotation .division .simulation"),
            line("simulation.whatif", CALCULATION, ".campaign.line .scorecard.scoring"),
            line("statistics", CONCEPT, ".division .scorecard .scorecard.scoring .statistics.multidimensional"),
            line("statistics.multidimensional", CALCULATION, ""),
            line("statistics.web", WEB, ".division .statistics .statistics.multidimensional"),
            line("veto", CONCEPT, ""),
            line("assessment", CONCEPT, ".access .household .scorecard .scorecard.scoring"),
            line("assessment.web", WEB, ".assessment .division .money .scorecard .scorecard.scoring"),
            line("campaign.line", CALCULATION, ".scorecard.scoring"),
            line("codelist", CONCEPT, ""),
            line("codelist.web", WEB, ".codelist"),
            line("division", CONCEPT, ".access .published"),
            line("division.web", WEB, ".division .published"),
            line("household", CONCEPT, ".access .division .household.identity"),
            line("household.identity", CALCULATION, ""),
            line("household.web", WEB, ".household .household.identity .division"),
            line("published", PUBLISHED, ""),
            line("scorecard", CONCEPT, ".access .scorecard.scoring"),
            line("scorecard.scoring", CALCULATION, ""),
            line("scorecard.web", WEB, ".scorecard .scorecard.scoring"));

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

    /** Without its own names a line forbids what its package does use, so each line can fail. */
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
