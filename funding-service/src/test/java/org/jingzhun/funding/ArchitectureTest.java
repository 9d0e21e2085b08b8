package org.jingzhun.funding;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each package may stand on: one line a package, a new edge is a decision. */
class ArchitectureTest {

    private static final String ROOT = "org.jingzhun.funding.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jingzhun.funding");

    private static final List<String> JAVA = List.of("java..", "org.jspecify..");
    private static final List<String> CHASSIS =
            List.of("org.jingzhun.chassis..", "jakarta..", "com.github.f4b6a3.uuid");
    private static final List<String> PANACHE = List.of("io.quarkus.hibernate.orm.panache..", "io.quarkus.panache..");
    private static final List<String> WEB = List.of(
            "org.eclipse.microprofile.openapi..",
            "org.jboss.resteasy.reactive.server",
            "io.smallrye.common.annotation",
            "io.quarkus.security",
            "io.vertx.ext.web");
    private static final List<String> JSON = List.of("com.fasterxml.jackson..", "io.quarkus.jackson");
    private static final List<String> CSV = List.of("de.siegmar.fastcsv..");
    private static final List<String> KAFKA =
            List.of("org.apache.kafka.clients.consumer", "org.eclipse.microprofile.reactive.messaging");

    private static final Map<String, List<String>> MAY = new TreeMap<>(Map.ofEntries(
            Map.entry("ledger.money", List.of()),
            Map.entry("allocation.formula", own("ledger.money")),
            Map.entry("published", List.of("com.fasterxml.jackson.annotation")),
            Map.entry("query", all(CHASSIS, List.of("io.agroal.api"))),
            Map.entry("codelist", all(CHASSIS, CSV)),
            Map.entry("codelist.web", all(CHASSIS, WEB, own("codelist"))),
            Map.entry("observed.identification", all(CHASSIS, KAFKA, own("query"))),
            Map.entry("observed.identification.web", all(CHASSIS, WEB, own("observed.identification"))),
            Map.entry("ledger", all(CHASSIS, own("ledger.money", "query"))),
            Map.entry("ledger.web", all(CHASSIS, WEB, JSON, own("ledger", "ledger.money"))),
            Map.entry("source", all(CHASSIS, PANACHE, own("codelist", "ledger", "ledger.money", "query"))),
            Map.entry("source.web", all(CHASSIS, WEB, own("source", "ledger.money", "ledger.web"))),
            Map.entry(
                    "allocation",
                    all(
                            CHASSIS,
                            PANACHE,
                            CSV,
                            own(
                                    "allocation.formula",
                                    "codelist",
                                    "ledger",
                                    "ledger.money",
                                    "observed.identification",
                                    "published",
                                    "query",
                                    "source"))),
            Map.entry(
                    "allocation.web",
                    all(CHASSIS, WEB, own("allocation", "allocation.formula", "ledger.money", "ledger.web")))));

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static List<String> all(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

    private static List<String> own(String... packages) {
        return Stream.of(packages).map(name -> ROOT + name).toList();
    }

    private static ArchRule rule(String name, List<String> may) {
        var allowed = all(JAVA, may, own(name)).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }

    static Stream<String> packages() {
        return MAY.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageStandsOnlyOnWhatItsLineNames(String name) {
        rule(name, MAY.getOrDefault(name, List.of())).check(CLASSES);
    }

    @Test
    void everyPackageHasALine() {
        assertThat(CLASSES.stream()
                        .map(c -> c.getPackage())
                        .distinct()
                        .map(JavaPackage::getName)
                        .map(name -> name.substring(Math.min(name.length(), ROOT.length())))
                        .filter(name -> !name.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(MAY.keySet());
    }

    @Test
    void aRuleCanFail() {
        assertThatThrownBy(() -> rule("allocation.formula", List.of()).check(CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ledger.money.Money");
    }
}
