package org.jingzhun.identification.archive;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.jingzhun.identification.testing.Client.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** A household from its first visit to its exit, as its file tells it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ArchiveStoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theFileTellsWhatWasDecidedAndItsHashesCanBeMadeAnew() throws IOException {
        County county = Registered.register(
                new County("451068", 16300, 1).household("甲", 1, 3, 46).household("乙", 1, 2, 49), 1, 10);
        Registered.withoutNoticeDays(county, 2017);
        Registered.exit(county, 2017, "甲");
        UUID household = county.household("甲");

        String text = read(county, household);
        JsonNode file = JSON.readTree(text);
        assertThat(file.at("/householdId").textValue()).isEqualTo(household.toString());
        tellsWhatWasDecided(county, file);
        hashesAreMadeAnew(file);
        assertThat(read(county, household)).isEqualTo(text);
        printsTheSame(county, household, file);
        comesWithTheWholeCounty(county, household, text);
        isMaskedForOthers(county, household);
        isVerified(county, household, text);
    }

    private static void tellsWhatWasDecided(County county, JsonNode file) {
        assertThat(row(file, "household", "members", 0).get("idNumber").textValue())
                .isEqualTo(county.idNumber("甲"));
        JsonNode visit = row(file, "assessments", "visits", 0);
        assertThat(visit.get("score").intValue()).isEqualTo(46);
        assertThat(visit.get("recomputed").intValue()).isEqualTo(46);
        int points = 0;
        for (JsonNode category : rows(file, "assessments", "categories")) {
            points += category.get("assessmentId").equals(visit.get("id"))
                    ? category.get("points").intValue()
                    : 0;
        }
        assertThat(points).isEqualTo(46);
        JsonNode campaign = row(file, "campaigns", "campaigns", 0);
        assertThat(campaign.get("rank").intValue()).isEqualTo(1);
        assertThat(campaign.get("documentNumber").textValue()).isEqualTo("隆政发〔2015〕1号");
        assertThat(rows(file, "campaigns", "gates")).hasSize(9);
        assertThat(rows(file, "register", "history").findValuesAsText("to")).containsExactly("POOR", "EXITED");
        assertThat(rows(file, "exits", "findings")).hasSize(9);
        assertThat(rows(file, "exits", "steps").findValuesAsText("step"))
                .containsExactly(
                        "APPRAISAL", "VERIFICATION", "RECOGNITION", "NOTICE", "REVIEW", "APPROVAL", "ANNOUNCEMENT");
        assertThat(rows(file, "standards", "standards").findValuesAsText("version"))
                .contains("GX-2015", "GX-2017-HOUSEHOLD")
                .contains(row(file, "household", "identity", 0)
                        .get("contradictionRules")
                        .textValue());
        assertThat(rows(file, "standards", "standards").findValuesAsText("kind"))
                .contains("QUORUM", "MAJORITY", "VISIT_MONTHS_BEFORE", "VISIT_MONTHS_AFTER", "CONTRADICTIONS");
    }

    private static void printsTheSame(County county, UUID household, JsonNode file) throws IOException {
        String sha256 = file.at("/manifest/sha256").textValue();
        byte[] printed = download(county, household, "application/pdf");
        assertThat(download(county, household, "application/pdf")).isEqualTo(printed);
        Files.write(Path.of("target/archive.pdf"), printed);
        try (PDDocument pdf = Loader.loadPDF(printed)) {
            PDFTextStripper stripper = new PDFTextStripper();
            String text = stripper.getText(pdf);
            assertThat(text)
                    .contains("精准扶贫档案", "目录", county.idNumber("甲"), "隆政发〔2015〕1号", "隆政发〔2017〕88号", "GX-2017-HOUSEHOLD")
                    .contains("已退出", "一评议", "因病");
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pdf))
                        .contains(sha256, "第 %d 页 共 %d 页".formatted(page, pdf.getNumberOfPages()));
            }
        }
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(download(county, household, "application/zip")))) {
            assertThat(requireNonNull(zip.getNextEntry()).getName()).isEqualTo(household + ".json");
            assertThat(JSON.readTree(zip.readAllBytes())).isEqualTo(file);
            assertThat(requireNonNull(zip.getNextEntry()).getName()).isEqualTo(household + ".pdf");
            assertThat(zip.readAllBytes()).isEqualTo(printed);
        }
    }

    private static void comesWithTheWholeCounty(County county, UUID household, String text) throws IOException {
        byte[] files = county.county()
                .accept("application/zip")
                .get("/v1/archives?reason=handover&division=" + county.code())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(files))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String name = county.village(1) + "/" + household + ".json";
        assertThat(entries)
                .hasSize(3)
                .containsEntry(name, text)
                .hasEntrySatisfying(
                        "SHA256SUMS.txt",
                        sums -> assertThat(sums.lines()).hasSize(2).contains(Sha256.of(text) + "  " + name));
        as("auditor", county.code())
                .get("/v1/audit?action=archives-read")
                .then()
                .body("items.reason", hasItem("handover"))
                .body("items.details.rows", hasItem(2));
        county.county().get("/v1/archives?division=4510x").then().statusCode(400);
    }

    private static byte[] download(County county, UUID household, String type) {
        return county.county()
                .accept(type)
                .get("/v1/households/" + household + "/archive?reason=inspection")
                .then()
                .statusCode(200)
                .contentType(type)
                .extract()
                .asByteArray();
    }

    private static void isMaskedForOthers(County county, UUID household) {
        String path = "/v1/households/" + household + "/archive";
        String masked = as("auditor", county.code())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(masked).contains("\"showsNumbers\":false").doesNotContain(county.idNumber("甲"), "CHRONIC");
        as("auditor", county.code())
                .get(path + "/manifest")
                .then()
                .statusCode(200)
                .body("scope.showsHealth", equalTo(false));
        as("auditor", county.code())
                .get("/v1/audit?action=archive-read&object=" + household)
                .then()
                .body("items.reason", hasItem("inspection"));
        as("auditor", county.code())
                .body(read(county, household))
                .post("/v1/archives/verification")
                .then()
                .statusCode(403)
                .body("code", equalTo("archive-tells-more"));
        as("auditor", "451031").get(path).then().statusCode(404);
        as("auditor", "451031")
                .body(masked)
                .post("/v1/archives/verification")
                .then()
                .statusCode(404);
        county.county()
                .get("/v1/households/" + UUID.randomUUID() + "/archive")
                .then()
                .statusCode(404);
        county.county().accept("image/png").get(path).then().statusCode(406);
    }

    private static void isVerified(County county, UUID household, String text) {
        verified(county, text)
                .body("intact", is(true))
                .body("issued", is(true))
                .body("current", is(true))
                .body("sections.now", everyItem(equalTo("SAME")));
        String sha256 = verified(county, text).extract().path("computed");
        county.county()
                .get("/v1/archives/issued/" + sha256)
                .then()
                .statusCode(200)
                .body("householdId", equalTo(household.toString()));
        county.county().get("/v1/archives/issued/" + "0".repeat(64)).then().statusCode(404);

        verified(county, text.replace("\"score\":46", "\"score\":47"))
                .body("intact", is(false))
                .body("issued", is(false))
                .body("sections.findAll { !it.intact }.name", hasItem("assessments"));
        verified(county, text.replace("\"showsHealth\":true", "\"showsHealth\":false"))
                .body("intact", is(false));
        county.county()
                .body("{\"sections\":[]}")
                .post("/v1/archives/verification")
                .then()
                .statusCode(422)
                .body("code", equalTo("not-an-archive"));

        Registered.post(
                        county,
                        "county-officer",
                        "proposer",
                        "/v1/register/" + household + "/transitions",
                        "{\"kind\":\"RETURN\",\"year\":2018,\"reason\":\"大病\",\"evidence\":[\"病历\"]}")
                .statusCode(201);
        verified(county, text)
                .body("intact", is(true))
                .body("issued", is(true))
                .body("current", is(false))
                .body("sections.findAll { it.now != 'SAME' }.name", contains("transitions"));
    }

    private static ValidatableResponse verified(County county, String text) {
        return county.county()
                .body(text)
                .post("/v1/archives/verification")
                .then()
                .statusCode(200);
    }

    private static String read(County county, UUID household) {
        return county.county()
                .get("/v1/households/" + household + "/archive?reason=inspection")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static JsonNode row(JsonNode file, String section, String table, int place) {
        return rows(file, section, table).get(place);
    }

    private static JsonNode rows(JsonNode file, String section, String table) {
        for (JsonNode each : file.get("sections")) {
            if (each.get("name").textValue().equals(section)) {
                for (JsonNode rows : each.get("tables")) {
                    if (rows.get("name").textValue().equals(table)) {
                        return rows.get("rows");
                    }
                }
            }
        }
        throw new AssertionError("no table " + table + " in " + section + " of " + file.toPrettyString());
    }

    /** Recomputes every hash with a serializer of its own: names in order, no blanks. */
    private static void hashesAreMadeAnew(JsonNode file) {
        List<String> entries = new ArrayList<>();
        for (JsonNode section : file.get("sections")) {
            entries.add("{\"name\":\"%s\",\"sha256\":\"%s\"}"
                    .formatted(section.get("name").textValue(), Sha256.of(Sorted.text(section))));
        }
        JsonNode manifest = file.get("manifest");
        assertThat(Sorted.text(manifest.get("sections"))).isEqualTo("[" + String.join(",", entries) + "]");
        String rest = Sorted.text(manifest);
        String sha256 = manifest.get("sha256").textValue();
        assertThat(Sha256.of(rest.replace("\"sha256\":\"" + sha256 + "\",", "")))
                .isEqualTo(sha256);
    }
}
