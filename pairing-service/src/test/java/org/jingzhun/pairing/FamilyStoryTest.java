package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Neighbour;
import org.jingzhun.pairing.testing.Neighbour.Told;
import org.jingzhun.pairing.testing.Rounds;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

/** Who lives in a household, what it needed and what came of it: known, and asked of nobody. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class FamilyStoryTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final County COUNTY = new County("450484");

    private final LocalDate today = Rounds.today();

    @Inject
    Rows rows;

    @Test
    void theMembersAreOnTheHelpersPhoneAndInTheBookletWithoutAnythingOfTheirHealth() {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        Rounds other = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        String before = rounds.sync("{}")
                .body("households[0].members", empty())
                .extract()
                .path("token");
        family(household, 1);
        String since = "{\"since\":\"" + before + "\"}";
        rounds.sync(since)
                .statusCode(200)
                .body("households[0].members.name", contains("李大山", "韦秀英", "李小龙", "李小凤"))
                .body("households[0].members.relation", contains("HEAD", "SPOUSE", "SON", "DAUGHTER"))
                .body("households[0].members[2].schooling", equalTo("SENIOR_1"))
                .body("households[0].members[3].birthYear", equalTo(2010))
                .body("households[0].members[0].keySet().size()", equalTo(7));
        other.sync("{}").body("households", hasSize(1)).body("households[0].members", empty());
        rounds.asHelper()
                .get("/v1/handbooks/" + household)
                .then()
                .statusCode(200)
                .body("members.labour", contains("ORDINARY", "LOST", "NONE", "NONE"));
        assertThat(rows.texts("select members::text from observed_members where household_id = ?", household))
                .singleElement()
                .asString()
                .contains("李小凤")
                .doesNotContain("idNumber", "health");
    }

    @Test
    void theBookletTellsWhatTheHouseholdNeededAndByWhomItWasMet() throws Exception {
        COUNTY.hasVillages(1);
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        rows.texts("update helper set name = '黄志强' where id = ? returning id", rounds.helper());
        family(household, 1);
        visit(rounds, household, today.minusDays(40), """
                {"kind":"INDUSTRY","text":"购买种苗"},{"kind":"MEDICAL","text":"长期用药"},{"kind":"HOUSE","text":"屋顶漏雨"}""");
        measureIsDone(rounds, household, today.minusDays(10));
        visit(rounds, household, today.minusDays(1), "{\"kind\":\"MEDICAL\",\"text\":\"长期用药\"}");
        quiltsArrive(household);
        village()
                .get("/v1/handbooks/" + household)
                .then()
                .statusCode(200)
                .body("needs.source", contains("VISIT", "VISIT", "VISIT", "PUBLISHED"))
                .body("needs.text", contains("购买种苗", "屋顶漏雨", "长期用药", "冬季棉被"))
                .body("needs.outcome", contains("MET", "NO_LONGER_TOLD", "OPEN", "MET"))
                .body("needs[0].toldOn", equalTo(today.minusDays(40).toString()))
                .body("needs[0].settledOn", equalTo(today.minusDays(1).toString()))
                .body("needs[0].help.kind", contains("MEASURE"))
                .body("needs[0].help.title", contains("发放猪苗"))
                .body("needs[0].help.giver", contains("村委会"))
                .body("needs[0].help.arrivedOn", contains(today.minusDays(10).toString()))
                .body("needs[1].help", empty())
                .body("needs[3].help.giver", contains("广西糖业集团"))
                .body("needs[3].help.amount", contains(2))
                .body("needs[3].settledOn", equalTo(today.toString()))
                .body("members", not(empty()));
        printed(household);
    }

    private static void printed(UUID household) throws Exception {
        byte[] pdf = COUNTY.auditor()
                .accept("application/pdf")
                .get("/v1/handbooks/" + household)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Files.write(Path.of("target/handbook-of-a-family.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("家庭成员", "韦秀英", "配偶", "高中一年级", "丧失劳动力")
                    .contains("需求与落实", "不再提出", "冬季棉被×2", "发放猪苗");
        }
    }

    private void family(UUID household, int revision) {
        Neighbour.tell(
                "identification.member",
                List.of(new Told(household.toString(), "household-members-recorded", """
                        {"householdId":"%s","villageCode":"%s","revision":%d,"somethingNew":1,"members":[%s,%s,%s,%s]}""".formatted(
                                household,
                                COUNTY.village(1),
                                revision,
                                member("李大山", "HEAD", 1970, "PRIMARY", "NONE", "ORDINARY"),
                                member("韦秀英", "SPOUSE", 1972, "ILLITERATE", "NONE", "LOST"),
                                member("李小龙", "SON", 2001, "JUNIOR", "SENIOR_1", "NONE"),
                                member("李小凤", "DAUGHTER", 2010, "PRESCHOOL", "PRIMARY", "NONE")))));
        await().atMost(SOON)
                .until(
                        () -> rows.texts("select revision from observed_members where household_id = ?", household),
                        List.of("" + revision)::equals);
    }

    private static String member(
            String name, String relation, int born, String education, String schooling, String labour) {
        return """
                {"memberId":"%s","name":"%s","relation":"%s","birthYear":%d,"education":"%s","schooling":"%s",
                 "labour":"%s","nickname":"future"}""".formatted(UUID.randomUUID(), name, relation, born, education, schooling, labour);
    }

    private static void visit(Rounds rounds, UUID household, LocalDate day, String needs) {
        rounds.sync(List.of(
                        rounds.change(UUID.randomUUID(), household, day, "入户走访", ",\"needs\":[" + needs.strip() + "]")))
                .statusCode(200)
                .body("results.outcome", contains("RECORDED"));
    }

    private void measureIsDone(Rounds rounds, UUID household, LocalDate day) {
        UUID plan = UUID.randomUUID();
        UUID pigs = UUID.randomUUID();
        rounds.asHelper()
                .body(Map.of(
                        "kind",
                        "HOUSEHOLD",
                        "villageCode",
                        COUNTY.village(1),
                        "householdId",
                        household,
                        "firstYear",
                        2018,
                        "finalYear",
                        2019,
                        "measures",
                        List.of(measure(pigs, "INDUSTRY", "发放猪苗"), measure(UUID.randomUUID(), "MEDICAL", "签约家庭医生"))))
                .put("/v1/help-plans/" + plan)
                .then()
                .statusCode(201);
        step(rounds.asHelper(), plan, "PROPOSE");
        step(township(), plan, "RETURN");
        step(village(), plan, "REPROPOSE");
        step(township(), plan, "CHECK");
        step(COUNTY.planner(), plan, "APPROVE");
        rounds.asHelper()
                .body(Map.of("measureId", pigs, "seenOn", day.toString(), "income", "900", "done", true))
                .put("/v1/help-plans/" + plan + "/effects/" + UUID.randomUUID())
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> measure(UUID id, String pathway, String title) {
        return Map.of(
                "id",
                id,
                "pathway",
                pathway,
                "title",
                title,
                "responsible",
                "村委会",
                "amount",
                "800",
                "target",
                "1000",
                "dueOn",
                "2019-12-31");
    }

    private static void step(RequestSpecification person, UUID plan, String step) {
        person.body(Map.of("step", step, "remark", "同意"))
                .post("/v1/help-plans/" + plan + "/steps")
                .then()
                .statusCode(200);
    }

    /** The offer is of the county, and the village's officer sees what came of it. */
    private void quiltsArrive(UUID household) {
        Map<String, Object> need = new HashMap<>(Map.of(
                "villageCode",
                COUNTY.village(1),
                "householdId",
                household,
                "kind",
                "GOODS",
                "amount",
                2,
                "title",
                "冬季棉被",
                "neededBy",
                today.plusDays(60).toString()));
        township().body(need).put("/v1/needs/" + UUID.randomUUID()).then().statusCode(200);
        Map<String, Object> offer = new HashMap<>(Map.of(
                "division",
                COUNTY.code() + "000000",
                "donor",
                "广西糖业集团",
                "donorKind",
                "ENTERPRISE",
                "kind",
                "GOODS",
                "amount",
                5,
                "title",
                "冬季棉被",
                "firstOn",
                today.minusDays(4).toString(),
                "lastOn",
                today.plusDays(30).toString()));
        COUNTY.planner()
                .body(offer)
                .put("/v1/offers/" + UUID.randomUUID())
                .then()
                .statusCode(200);
        String match = COUNTY.planner()
                .body(Map.of("division", COUNTY.code() + "000000", "kind", "GOODS"))
                .post("/v1/matches")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        match(COUNTY.planner(), match, "ACCEPT");
        match(township(), match, "DELIVER");
        match(village(), match, "CONFIRM").body("match.state", equalTo("CONFIRMED"));
    }

    private static ValidatableResponse match(RequestSpecification person, String match, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/matches/" + match + "/steps")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification township() {
        return County.as("township-officer", COUNTY.code() + "100", "township@" + COUNTY.code());
    }

    private static RequestSpecification village() {
        return County.as("village-officer", COUNTY.village(1), "village@" + COUNTY.code());
    }
}
