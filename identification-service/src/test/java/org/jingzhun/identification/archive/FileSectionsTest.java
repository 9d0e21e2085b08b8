package org.jingzhun.identification.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jingzhun.identification.testing.Client.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.identification.testing.Topic;
import org.jingzhun.identification.testing.TransitionSteps;
import org.junit.jupiter.api.Test;

/** A household to which much has happened: every concept's section tells what it did. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class FileSectionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatEachConceptDidIsInTheFile() throws IOException {
        County county = new County("450449", 7800, 1)
                .household("甲", 1, 3, 46)
                .household("乙", 1, 2, 49)
                .begun(10, 0);
        UUID household = county.household("甲");
        isFlaggedAndCleared(county, household);
        isRegistered(county);
        Registered.withoutNoticeDays(county, 2017);
        Registered.withoutNoticeDays(county, 2018);
        Registered.exit(county, 2017, "甲");
        TransitionSteps.fallBack(county, "甲");
        earns(county, household);
        moves(county, household);
        isHelped(county, household);

        JsonPath file = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> read(county, "county-officer", household),
                        path -> List.of("helper", "benefits", "village-funds").stream()
                                .allMatch(section -> path.getInt(
                                                "sections.find { it.name == '%s' }.tables.size()".formatted(section))
                                        > 0));
        tells(file, "flags", "flags", "state", "DISMISSED");
        tells(file, "incomes", "incomes", "perHead", "2833.33");
        tells(file, "changes", "changes", "stage", "APPLIED");
        tells(file, "transitions", "cases", "stage", "APPLIED");
        tells(file, "transitions", "steps", "gate", "RETURN_APPROVAL");
        tells(file, "helper", "helpers", "state", "ACTIVE");
        tells(
                file,
                "village-funds",
                "allocations",
                "amount",
                example("funding-service", "allocation-approved").get("amount").textValue());
        tells(file, "benefits", "payments", "benefit", "RAIN_AND_DEW");
        changesAreToldBeforeAndAfter(county, household, file);
        isPrintedInChinese(county, household);
    }

    private static void tells(JsonPath file, String section, String table, String field, String value) {
        assertThat(file.<Object>getList("sections.find { it.name == '%s' }.tables.find { it.name == '%s' }.rows.%s"
                        .formatted(section, table, field)))
                .as("%s.%s.%s", section, table, field)
                .contains(value);
    }

    private static void changesAreToldBeforeAndAfter(County county, UUID household, JsonPath file) {
        String rows = "sections.find { it.name == 'changes' }.tables.find { it.name == '%s' }.rows.%s";
        assertThat(file.<String>getList(rows.formatted("states", "side"))).containsExactly("BEFORE", "AFTER");
        assertThat(file.<String>getList(rows.formatted("states", "address"))).containsExactly("上屯1号", "上屯9号");
        assertThat(file.<String>getList(rows.formatted("members", "idNumber")))
                .hasSize(6)
                .contains(county.idNumber("甲"));
        JsonPath masked = read(county, "auditor", household);
        assertThat(masked.<String>getList(rows.formatted("members", "idNumber")))
                .hasSize(6)
                .doesNotContain(county.idNumber("甲"));
        assertThat(masked.<Object>getList(rows.formatted("members", "health"))).containsOnlyNulls();
    }

    private static void isFlaggedAndCleared(County county, UUID household) {
        String flag = as("surveyor", county.village(1))
                .body("""
                        {"campaignId":"%s","householdId":"%s","veto":"GOOD_HOUSE","fact":"三层砖混结构住房",\
                        "evidence":"照片2张","effectiveOn":"2013-06-01"}""".formatted(county.campaign(), household))
                .post("/v1/flags")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("township-officer", county.code())
                .auth()
                .oauth2(Tokens.of("township-officer", county.code(), "second checker"))
                .body("{\"resolution\":\"DISMISSED\",\"reason\":\"房屋属其兄\",\"evidence\":\"产权证\"}")
                .post("/v1/flags/" + flag + "/resolution")
                .then()
                .statusCode(200);
    }

    private static void isRegistered(County county) {
        county.taken(
                1,
                "FIRST_VISIT",
                "FIRST_APPRAISAL",
                "FIRST_NOTICE",
                "FIRST_REVIEW",
                "SECOND_VISIT",
                "SECOND_APPRAISAL",
                "SECOND_NOTICE");
        county.screened();
        county.county()
                .body("{}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200);
        county.taken(1, "SECOND_REVIEW", "ANNOUNCEMENT");
    }

    private static void earns(County county, UUID household) {
        as("surveyor", county.code())
                .body("""
                        {"householdId":"%s","from":"2018-01-01","to":"2018-12-31","statedBy":"户主",\
                        "lines":[{"item":"A50-1","amount":"9000.00"},{"item":"A51-1","amount":"500.01"}]}""".formatted(household))
                .put("/v1/incomes/" + UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    private static void moves(County county, UUID household) {
        String path = "/v1/households/" + household + "/changes";
        String change = Registered.post(
                        county,
                        "village-officer",
                        "requester",
                        path,
                        "{\"kind\":\"CORRECTION\",\"on\":\"2018-08-01\",\"reason\":\"更正\",\"evidence\":[\"门牌\"],"
                                + "\"address\":\"上屯9号\"}")
                .statusCode(201)
                .extract()
                .path("change.id");
        String steps = path + "/" + change + "/steps";
        Registered.post(county, "township-officer", "reviewer", steps, "{\"step\":\"REVIEW\"}")
                .statusCode(200);
        Registered.post(county, "county-officer", "applier", steps, "{\"step\":\"APPLICATION\"}")
                .statusCode(200);
    }

    private static void isHelped(County county, UUID household) throws IOException {
        ObjectNode paired = example("pairing-service", "household-paired")
                .put("householdId", household.toString())
                .put("villageCode", county.village(1));
        Topic.send("pairing.pairing", household.toString(), "org.jingzhun.pairing.household-paired", paired.toString());
        ObjectNode allocated = example("funding-service", "allocation-approved").put("villageCode", county.village(1));
        Topic.send(
                "funding.allocation",
                county.village(1),
                "org.jingzhun.funding.allocation-approved",
                allocated.toString());
        Topic.send("funding.benefit", household.toString(), "org.jingzhun.funding.benefit-paid", """
                {"paymentId":"%s","householdId":"%s","villageCode":"%s","benefit":"RAIN_AND_DEW","year":2018,\
                "amount":"1500.00","state":"PAID","paidOn":"2018-10-12","sourceName":"中央财政专项扶贫资金","revision":1}""".formatted(
                        UUID.randomUUID(), household, county.village(1)));
    }

    private static ObjectNode example(String service, String event) throws IOException {
        JsonNode example = JSON.readTree(Path.of("..", service, "contract", "events", event + ".example.json")
                .toFile());
        return (ObjectNode) example;
    }

    private static JsonPath read(County county, String role, UUID household) {
        return as(role, county.code())
                .get("/v1/households/" + household + "/archive")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void isPrintedInChinese(County county, UUID household) throws IOException {
        byte[] printed = county.county()
                .accept("application/pdf")
                .get("/v1/households/" + household + "/archive")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (PDDocument pdf = Loader.loadPDF(printed)) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            Map.of(
                            "按指标人数计算", "QUOTA",
                            "平方米/人", "m2ahead",
                            "元", "yuan",
                            "变更前", "BEFORE")
                    .forEach((label, code) -> assertThat(text).contains(label).doesNotContain(code));
        }
    }
}
