package org.jingzhun.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files as a service reads them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesTest {

    private final Path folder;

    /** Writes the files once; the folder goes with the test instance. */
    FilesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Sample.of(SampleOptions.of(42, Longlin.COUNTY)).writeTo(folder);
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<SampleFile, Set<String>> MANDATORY = Map.ofEntries(
            Map.entry(SampleFile.DIVISIONS, Set.of("code", "name", "level", "validFrom")),
            Map.entry(SampleFile.HOUSEHOLDS, Set.of("id", "villageCode", "hamlet", "address", "householder")),
            Map.entry(
                    SampleFile.MEMBERS,
                    Set.of(
                            "id",
                            "householdId",
                            "name",
                            "idNumber",
                            "sex",
                            "birthDate",
                            "relation",
                            "ethnicity",
                            "education",
                            "schooling",
                            "health",
                            "labour",
                            "work",
                            "monthsWorked",
                            "insured",
                            "pensioned")),
            Map.entry(
                    SampleFile.ASSESSMENTS,
                    Set.of(
                            "id",
                            "householdId",
                            "campaignId",
                            "round",
                            "visitedOn",
                            "assessors",
                            "answers",
                            "signedBy",
                            "mainCause",
                            "otherCauses")),
            Map.entry(SampleFile.ASSETS_VEHICLE, Set.of("idNumber", "fact", "effectiveOn", "value")),
            Map.entry(SampleFile.ASSETS_HOUSING, Set.of("idNumber", "fact", "effectiveOn", "value")),
            Map.entry(SampleFile.ASSETS_COMPANY, Set.of("idNumber", "fact", "effectiveOn", "value")),
            Map.entry(SampleFile.ASSETS_PAYROLL, Set.of("idNumber", "fact", "effectiveOn")),
            Map.entry(SampleFile.UNITS, Set.of("id", "name", "level", "division")),
            Map.entry(SampleFile.HELPERS, Set.of("id", "name", "unitId", "post", "rank", "skills", "ethnicity")),
            Map.entry(SampleFile.TRUTH, Set.of("householdId", "villageCode", "persons", "realIncome", "trulyPoor")));
    private static final Map<SampleFile, Set<String>> OPTIONAL = Map.of(
            SampleFile.DIVISIONS, Set.of("parent", "poorVillage"),
            SampleFile.HOUSEHOLDS, Set.of("phone"),
            SampleFile.MEMBERS, Set.of("disability"),
            SampleFile.UNITS, Set.of("villageCode"),
            SampleFile.HELPERS, Set.of("homeVillage"),
            SampleFile.TRUTH, Set.of("oddity", "linkedHouseholdId"));

    @ParameterizedTest
    @EnumSource(SampleFile.class)
    void everyRowHasTheFieldsOfItsKindAndTheManifestCountsThem(SampleFile file) throws IOException {
        Set<String> allowed = new HashSet<>(MANDATORY.getOrDefault(file, Set.of()));
        allowed.addAll(OPTIONAL.getOrDefault(file, Set.of()));
        Set<String> seen = new HashSet<>();
        long rows = 0;
        try (var lines = Files.newBufferedReader(folder.resolve(file.fileName(false)))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows++;
                if (rows % 7 == 1) {
                    Set<String> names = new HashSet<>();
                    JSON.readTree(line).fieldNames().forEachRemaining(names::add);
                    assertThat(names)
                            .as("%s, line %d", file, rows)
                            .containsAll(MANDATORY.getOrDefault(file, Set.of()))
                            .isSubsetOf(allowed);
                    seen.addAll(names);
                }
            }
        }
        assertThat(seen).as("fields that occur in %s", file).isEqualTo(allowed);
        assertThat(rowsInManifest(file)).isEqualTo(rows);
    }

    private long rowsInManifest(SampleFile file) throws IOException {
        JsonNode files = manifest().get("files");
        return StreamSupport.stream(files.spliterator(), false)
                .filter(node -> node.get("file").asText().equals(file.fileName(false)))
                .mapToLong(node -> node.get("rows").asLong())
                .sum();
    }

    private JsonNode manifest() throws IOException {
        return JSON.readTree(folder.resolve("sample.json").toFile());
    }

    @Test
    void theManifestSaysWhatToDoWithTheSample() throws IOException {
        JsonNode manifest = manifest();
        assertThat(manifest.get("county").asText()).isEqualTo("451031");
        assertThat(manifest.get("year").asInt()).isEqualTo(2015);
        assertThat(manifest.get("quotaPersons").asInt()).isEqualTo(79_553);
        assertThat(manifest.get("noticeDays").asInt()).isZero();
        assertThat(manifest.get("population").get("persons").asInt()).isEqualTo(335_671);
        assertThat(manifest.get("population").get("poorVillages").asInt()).isEqualTo(88);
        assertThat(manifest.get("budget").get("amount").asText()).isEqualTo("119329500.00");
        assertThat(manifest.get("campaignId").asText())
                .isEqualTo(Longlin.SAMPLE.campaignId("451031").toString());
        assertThat(manifest.get("files"))
                .filteredOn(node -> node.get("file").asText().startsWith("truth"))
                .allMatch(node -> !node.has("service"));
    }

    @Test
    void referencesBetweenTheFilesHold() throws IOException {
        Set<String> divisions = values("divisions", "code");
        Set<String> households = values("households", "id");
        assertThat(divisions).containsAll(values("households", "villageCode"));
        assertThat(values("members", "householdId")).isEqualTo(households);
        assertThat(values("assessments", "householdId")).isEqualTo(households);
        assertThat(values("truth", "householdId")).isEqualTo(households);
        assertThat(values("units", "id")).isEqualTo(values("helpers", "unitId"));
        assertThat(divisions).containsAll(values("units", "villageCode")).containsAll(values("units", "division"));
        assertThat(divisions).containsAll(values("helpers", "homeVillage"));
    }

    @Test
    void divisionsComeAfterTheirParents() throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("divisions.ndjson"))) {
            JsonNode division = JSON.readTree(line);
            if (division.has("parent")) {
                assertThat(seen).containsKey(division.get("parent").asText());
            }
            assertThat(seen.put(division.get("code").asText(), seen.size())).isNull();
        }
        assertThat(seen).hasSize(3 + 16 + 180);
    }

    /** Values of one text field; a search for its name is enough, since the files hold no nested objects with ids. */
    private Set<String> values(String file, String field) throws IOException {
        Set<String> values = new HashSet<>();
        String mark = "\"" + field + "\":\"";
        try (var lines = Files.newBufferedReader(folder.resolve(file + ".ndjson"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int at = line.indexOf(mark);
                if (at >= 0) {
                    int start = at + mark.length();
                    values.add(line.substring(start, line.indexOf('"', start)));
                }
            }
        }
        return values;
    }

    @Test
    void onlyTheFilesAskedForAreWritten() throws IOException {
        Path few = folder.resolve("few");
        Sample.of(SampleOptions.of(42, "450303").only(SampleFile.HOUSEHOLDS)).writeTo(few);
        try (var found = Files.list(few)) {
            assertThat(found.map(file -> file.getFileName().toString()).toList())
                    .containsExactlyInAnyOrderElementsOf(List.of("households.ndjson", "sample.json"));
        }
    }

    @Test
    void compressedFilesHoldTheSameBytesAlsoWhenOnlyAFewAreAskedFor() throws IOException {
        SampleOptions few = SampleOptions.of(42, "450303").only(SampleFile.HOUSEHOLDS, SampleFile.MEMBERS);
        Path plain = folder.resolve("plain");
        Path packed = folder.resolve("packed");
        Sample.of(few).writeTo(plain);
        Sample.of(few.compressed()).writeTo(packed);
        for (SampleFile file : few.files()) {
            try (var unpacked = new GZIPInputStream(Files.newInputStream(packed.resolve(file.fileName(true))))) {
                assertThat(unpacked.readAllBytes()).isEqualTo(Files.readAllBytes(plain.resolve(file.fileName(false))));
            }
        }
    }

    @Test
    void aPlaceWithARareCharacterInItsNameIsWrittenWhole() throws IOException {
        Path places = folder.resolve("places");
        Sample.of(SampleOptions.of(42, "451302").only(SampleFile.DIVISIONS)).writeTo(places);
        Map<String, String> names = new HashMap<>();
        for (String line : Files.readAllLines(places.resolve("divisions.ndjson"))) {
            JsonNode division = JSON.readTree(line);
            names.put(division.get("code").asText(), division.get("name").asText());
        }
        Divisions divisions = Divisions.standard();
        assertThat(names).allSatisfy((code, name) -> assertThat(name)
                .isEqualTo(divisions.get(code).name()));
        assertThat(names.values()).anyMatch(name -> name.codePointCount(0, name.length()) < name.length());
    }
}
