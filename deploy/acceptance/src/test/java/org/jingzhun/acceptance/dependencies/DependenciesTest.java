package org.jingzhun.acceptance.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jingzhun.acceptance.RunningSuite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The libraries that run with the services and with the suite on one machine, out of the bills of materials that the build
 * makes ({@code target/bom.json}, CycloneDX). Writes {@code deploy/dependencies.csv}, which is committed: a new library, a
 * new version and a new licence are seen by who reviews the change.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DependenciesTest {

    private static final Path ROOT = RunningSuite.root();
    private static final String OWN = "org.jingzhun";
    private static final Map<String, Path> BILLS = new TreeMap<>(Map.of(
            "identification", ROOT.resolve("identification-service/target/bom.json"),
            "funding", ROOT.resolve("funding-service/target/bom.json"),
            "pairing", ROOT.resolve("pairing-service/target/bom.json"),
            "standalone", ROOT.resolve("deploy/standalone/target/bom.json")));

    /** Licences under which a library may be run with the suite without opening the suite's sources. */
    private static final Pattern ACCEPTED = Pattern.compile(
            "(?i).*(apache|mit\\b|mit-0|bsd|epl|eclipse|edl|cddl|mpl|mozilla|lgpl|lesser|cc0|public.domain|unicode|isc|"
                    + "w3c|upl|universal permissive|classpath|go license|bouncy).*");

    /** The JDK and the Maven with which the suite may be built. */
    private static final Pattern RANGE_OF_A_TOOL =
            Pattern.compile("<(require(?:Java|Maven)Version)>.*?</\\1>", Pattern.DOTALL);

    private final Map<String, Library> libraries = new TreeMap<>();

    /** @param usedBy parts of the suite */
    private record Library(String name, String version, Set<String> licences, Set<String> usedBy) {

        String line() {
            return String.join(",", name, version, quoted(String.join("; ", licences)), String.join(" ", usedBy));
        }

        private static String quoted(String text) {
            return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
        }
    }

    @BeforeAll
    void readTheBills() throws IOException {
        Map<String, String> known = knownLicences();
        for (Map.Entry<String, Path> bill : BILLS.entrySet()) {
            JsonNode components =
                    new ObjectMapper().readTree(bill.getValue().toFile()).path("components");
            for (JsonNode component : components) {
                String group = component.path("group").asText();
                if (!group.equals(OWN)) {
                    String name = group + ":" + component.path("name").asText();
                    String version = component.path("version").asText();
                    libraries
                            .computeIfAbsent(
                                    name + ":" + version,
                                    key -> new Library(
                                            name, version, licences(component, known.get(name)), new TreeSet<>()))
                            .usedBy()
                            .add(bill.getKey());
                }
            }
        }
        List<String> lines = new ArrayList<>(List.of("library,version,licences,used by"));
        libraries.values().forEach(library -> lines.add(library.line()));
        Files.writeString(ROOT.resolve("deploy/dependencies.csv"), String.join("\n", lines) + "\n");
    }

    private static Set<String> licences(JsonNode component, @Nullable String known) {
        if (known != null) {
            return Set.of(known);
        }
        Set<String> licences = new TreeSet<>();
        for (JsonNode licence : component.path("licenses")) {
            JsonNode told = licence.path("license");
            licences.add(
                    licence.has("expression")
                            ? licence.path("expression").asText()
                            : told.path("id").asText(told.path("name").asText()));
        }
        return licences;
    }

    /** Of libraries whose own description says none, or says it wrongly: with where it was read. */
    private static Map<String, String> knownLicences() throws IOException {
        try (var lines = Files.lines(ROOT.resolve("deploy/acceptance/src/test/resources/known-licences.csv"))) {
            return lines.skip(1)
                    .map(line -> line.split(",", 3))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        }
    }

    @Test
    void thereAreLibraries() {
        assertThat(libraries).hasSizeGreaterThan(100);
    }

    @Test
    void eachHasALicenceThatLetsTheSuiteBeRunWithIt() {
        assertThat(libraries.values()).allSatisfy(library -> assertThat(library.licences())
                .as(library.name())
                .anyMatch(licence -> ACCEPTED.matcher(licence).matches()));
    }

    @Test
    void eachHasAReleasedVersionAndEveryVersionIsPinned() throws IOException {
        assertThat(libraries.values()).allSatisfy(library -> assertThat(library.version())
                .as(library.name())
                .doesNotContain("SNAPSHOT")
                .matches("[\\w.\\-+]+"));
        for (Path pom : poms()) {
            assertThat(RANGE_OF_A_TOOL.matcher(Files.readString(pom)).replaceAll(""))
                    .as(pom.toString())
                    .doesNotContain("<version>[", "<version>(", ">LATEST<", ">RELEASE<");
        }
    }

    @Test
    void noneHasAKnownFlawThatIsNotAcceptedWithItsReason() throws IOException {
        List<KnownFlaw> flaws = knownFlaws();
        assertThat(libraries.values()).allSatisfy(library -> assertThat(flaws)
                .as("Take a newer version of %s than %s in the root pom.xml", library.name(), library.version())
                .noneMatch(flaw -> !flaw.isAccepted() && flaw.isIn(library.name(), library.version())));
        assertThat(flaws)
                .filteredOn(KnownFlaw::isAccepted)
                .as("What no library has any more needs no reason: delete the line")
                .allSatisfy(flaw -> assertThat(libraries.values())
                        .anyMatch(library -> flaw.isIn(library.name(), library.version())));
    }

    @ParameterizedTest
    @CsvSource({
        "1.9.4, 1.11.0, true",
        "4.1.138.Final, 4.1.138.Final, false",
        "4.1.137.Final, 4.1.138.Final, true",
        "4.2.1.Final, 4.1.138, false",
        "42.7, 42.7.1, true",
        "2.21, 2.21.0, false",
    })
    void versionsAreComparedByTheirNumbers(String version, String other, boolean before) {
        assertThat(KnownFlaw.isBefore(version, other)).isEqualTo(before);
    }

    /**
     * Put together by hand from what was published of the libraries that the suite has; whoever runs the suite has a scanner
     * with a network look at {@code bom.json} too.
     */
    private static List<KnownFlaw> knownFlaws() throws IOException {
        try (var lines = Files.lines(ROOT.resolve("deploy/acceptance/src/test/resources/known-flaws.csv"))) {
            return lines.skip(1).map(KnownFlaw::of).toList();
        }
    }

    private static List<Path> poms() throws IOException {
        try (var files = Files.find(
                ROOT,
                3,
                (file, attributes) ->
                        file.endsWith("pom.xml") && !file.toString().contains("/target/"))) {
            return files.toList();
        }
    }
}
