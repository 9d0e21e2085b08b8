package org.jingzhun.identification.form;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.importedFrom;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class FormTest {

    private static ValidatableResponse form(County county, UUID household) {
        return as("surveyor", county.township())
                .get("/v1/households/" + household + "/form")
                .then();
    }

    @Test
    void aFirstVisitFindsFilledInWhatMembersAndNeighboursSay() {
        County county = new County("451051", 6000, 1)
                .household("甲", 1, 2, 46)
                .household("乙", 1, 2, 49)
                .household("丙", 1, 2, 51)
                .begun(100, 0);
        UUID household = UUID.randomUUID();
        imported("households", List.of(People.household(household, county.village(1))));
        imported("members", List.of(People.member(UUID.randomUUID(), household, "HEAD", 6090)));

        form(county, household)
                .statusCode(200)
                .body("campaignId", equalTo(county.campaign().toString()))
                .body("round", equalTo("FIRST_VISIT"))
                .body("secondVisitBecause", empty())
                .body("categories", hasSize(18))
                .body("categories.find { it.code == 'C12' }.proposed", contains("C12-06"))
                .body("categories.find { it.code == 'C12' }.basis", equalTo("MEMBERS"))
                .body("categories.find { it.code == 'C12' }.measure", equalTo("LABOUR_SHARE"))
                .body("categories.find { it.code == 'C10' }.proposed", contains("C10-02"))
                .body("categories.find { it.code == 'C13' }.proposed", contains("C13-04"))
                .body("categories.find { it.code == 'C07' }.proposed", contains("C07-04"))
                .body("categories.find { it.code == 'C07' }.basis", equalTo("HAMLET"))
                .body("categories.find { it.code == 'C01' }.proposed", empty())
                .body("categories.find { it.code == 'C01' }.basis", equalTo("NOTHING"))
                .body("categories.find { it.code == 'C01' }.items", hasSize(8))
                .body("toAsk", equalTo(9));
        as("auditor", county.code())
                .get("/v1/audit?object=" + household)
                .then()
                .statusCode(200)
                .body("items.action", hasItem("form-read"));
    }

    @Test
    void theNextCampaignBeginsWithWhatTheLastOneFound() {
        County first = new County("451052", 6100, 1).household("甲", 1, 2, 46).begun(100, 0);
        UUID household = first.household("甲");
        UUID next = UUID.randomUUID();
        first.county()
                .body(first.body(100, 0)
                        .replace("\"year\":2015", "\"year\":2016")
                        .replace("2015-12-01", "2016-12-01"))
                .put("/v1/campaigns/" + next)
                .then()
                .statusCode(201);

        form(first, household)
                .statusCode(200)
                .body("campaignId", equalTo(next.toString()))
                .body("round", equalTo("FIRST_VISIT"))
                .body("categories.find { it.code == 'C01' }.proposed", contains("C01-01"))
                .body("categories.find { it.code == 'C01' }.basis", equalTo("EARLIER_VISIT"))
                .body("categories.find { it.code == 'C01' }.asOf", equalTo(County.VISITED_ON))
                .body("categories.find { it.code == 'C16' }.proposed", containsInAnyOrder("C16-02", "C16-05"))
                .body("toAsk", equalTo(0));
        as("surveyor", first.township())
                .get("/v1/households/" + household + "/form?campaign=" + first.campaign())
                .then()
                .statusCode(200)
                .body("round", equalTo("SECOND_VISIT"))
                .body("categories.find { it.code == 'C01' }.proposed", empty());
    }

    @Test
    void aSecondVisitIsAskedForWhereAFlagAnObjectionOrTheLineDemandsIt() {
        County county = new County("451053", 6200, 1)
                .household("甲", 1, 2, 46)
                .household("乙", 1, 2, 57)
                .household("丙", 1, 2, 54)
                .begun(2, 0);
        importedFrom("VEHICLE", List.of("""
                {"idNumber":"%s","fact":"小轿车","effectiveOn":"2015-01-01","value":"80000.00"}""".formatted(county.idNumber("乙"))));
        form(county, county.household("乙"))
                .body("round", equalTo("SECOND_VISIT"))
                .body("facts", empty());
        county.taken(1, "FIRST_VISIT", "FIRST_APPRAISAL", "FIRST_NOTICE");
        as("village-officer", county.code())
                .body("{\"raisedBy\":\"李某\",\"text\":\"不符\",\"householdId\":\"%s\"}".formatted(county.household("丙")))
                .post("/v1/rounds/" + county.round(1) + "/objections")
                .then()
                .statusCode(201);
        county.screened();

        form(county, county.household("乙"))
                .statusCode(200)
                .body("secondVisitBecause", contains("FLAGGED"))
                .body("facts.source", contains("VEHICLE"))
                .body("facts.fact", contains("小轿车"))
                .body("facts.state", contains("OPEN"));
        form(county, county.household("丙")).body("secondVisitBecause", contains("OBJECTED"));
        form(county, county.household("甲")).body("secondVisitBecause", empty());

        String flag = county.county()
                .get("/v1/flags?campaign=" + county.campaign())
                .then()
                .extract()
                .path("items[0].id");
        county.county()
                .body("{\"resolution\":\"DISMISSED\",\"reason\":\"已报废\",\"evidence\":\"注销证明\"}")
                .post("/v1/flags/" + flag + "/resolution")
                .then()
                .statusCode(200);
        form(county, county.household("乙"))
                .body("secondVisitBecause", empty())
                .body("facts.state", contains("DISMISSED"));
        county.county()
                .body("{}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200);
        form(county, county.household("甲")).body("secondVisitBecause", hasItem("LINE_EDGE"));
        form(county, county.household("乙")).body("secondVisitBecause", not(hasItem("LINE_EDGE")));
    }

    @Test
    void bothVisitsMadeThereIsNoFormToFillIn() {
        County county = new County("451054", 6300, 1).household("甲", 1, 1, 46).begun(100, 0);
        UUID household = county.household("甲");
        imported(
                "assessments",
                List.of(county.assessment(household, "SECOND_VISIT", "2015-12-10", 49, "\"张三\",\"赵四\"")));
        form(county, household).statusCode(200).body("round", nullValue());
    }

    @Test
    void refusalsSayWhatToDo() {
        County county = new County("451055", 6400, 1).household("甲", 1, 1, 46).begun(100, 0);
        form(county, UUID.randomUUID()).statusCode(404);
        as("surveyor", "451031")
                .get("/v1/households/" + county.household("甲") + "/form")
                .then()
                .statusCode(404);
        Places.known("451031390", 1);
        UUID elsewhere = UUID.randomUUID();
        imported("households", List.of(People.household(elsewhere, Places.village("451031390", 1))));
        as("surveyor", "45")
                .get("/v1/households/" + elsewhere + "/form?campaign=" + county.campaign())
                .then()
                .statusCode(422)
                .body("code", equalTo("campaign-elsewhere"));
        County without = new County("451056", 6500, 1);
        UUID household = UUID.randomUUID();
        imported("households", List.of(People.household(household, without.village(1))));
        form(without, household).statusCode(404).body("code", equalTo("no-campaign"));
    }
}
