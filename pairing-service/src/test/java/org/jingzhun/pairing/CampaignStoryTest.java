package org.jingzhun.pairing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.testing.Announced;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A campaign is planned and opened, needs and offers join it, and its report adds up when it is closed. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class CampaignStoryTest {

    private final LocalDate today = LocalDate.now(Clocks.SHANGHAI);

    @Inject
    Rows rows;

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void theReportOfACampaignAddsUpAndStaysAsItWas() {
        var county = new County("450490");
        county.hasVillages(2);
        var campaign = opened(county, Map.of());
        var told = Announced.of(campaign, Announcement.Type.SOCIAL_CAMPAIGN_OPENED)
                .getFirst()
                .payload();
        assertThat(told.getString("target")).isEqualTo("1500.50");
        offer(county, 1000, Map.of("campaignId", campaign))
                .statusCode(200)
                .body("campaign", equalTo("Winter"))
                .body("campaignId", equalTo(campaign.toString()));
        need(county, 1, 300, campaign).statusCode(200);
        need(county, 2, 400, campaign).statusCode(200);
        var matched = county.planner()
                .body(Map.of("division", county.code() + "000000", "kind", "MONEY"))
                .post("/v1/matches")
                .then()
                .statusCode(200)
                .body("items.amount", containsInAnyOrder(300, 400))
                .body("items.campaignId", hasItem(campaign.toString()))
                .extract();
        String first = matched.path("items.find { it.amount == 300 }.id");
        String second = matched.path("items.find { it.amount == 400 }.id");
        deliver(county, first);
        confirm(county, 1, first);
        deliver(county, second);
        for (var list : List.of("offers", "needs", "matches")) {
            county.auditor()
                    .get("/v1/" + list + "?campaign=" + campaign)
                    .then()
                    .body("items", hasSize(list.equals("offers") ? 1 : 2));
            county.auditor()
                    .get("/v1/" + list + "?campaign=" + UUID.randomUUID())
                    .then()
                    .body("items", hasSize(0));
        }
        hasBrought(county, campaign, 300, 400);

        step(county.planner(), campaign, "CLOSE", "").statusCode(422).body("code", equalTo("campaign-closed-early"));
        assertThat(rows.texts(
                        "update social_campaign set last_on = ? where id = ? returning id",
                        today.minusDays(1),
                        campaign))
                .hasSize(1);
        need(county, 1, 5, campaign).statusCode(422).body("code", equalTo("campaign-over"));
        step(county.planner(), campaign, "CLOSE", "").statusCode(422).body("code", equalTo("campaign-unconfirmed"));
        step(county.planner(), campaign, "CLOSE", "The road is closed by snow")
                .statusCode(200)
                .body("campaign.state", equalTo("CLOSED"))
                .body("campaign.closedOn", equalTo(today.toString()))
                .body("running", equalTo(false));
        confirm(county, 2, second);
        hasBrought(county, campaign, 300, 400);
        need(county, 1, 5, campaign).statusCode(409).body("code", equalTo("campaign-not-open"));
        step(county.head(), campaign, "CLOSE", "").statusCode(409).body("code", equalTo("step-not-open"));
        var closed = Announced.of(
                        campaign, Announcement.Type.SOCIAL_CAMPAIGN_OPENED, Announcement.Type.SOCIAL_CAMPAIGN_CLOSED)
                .getLast()
                .payload();
        assertThat(closed.getString("offered")).isEqualTo("1000.00");
        assertThat(closed.getString("confirmed")).isEqualTo("300.00");
        assertThat(closed.getInt("receivers")).isEqualTo(1);
        assertThat(Announced.of(UUID.fromString(first), Announcement.Type.MATCH_CONFIRMED)
                        .getFirst()
                        .payload()
                        .getString("campaignId"))
                .isEqualTo(campaign.toString());
        theBoardShowsSumsAlone(county, campaign);
    }

    private void hasBrought(County county, UUID campaign, int confirmed, int delivered) {
        county.auditor()
                .get("/v1/social-campaigns/" + campaign)
                .then()
                .statusCode(200)
                .body("report.offered", equalTo("1000.00"))
                .body("report.confirmed", equalTo(confirmed + ".00"))
                .body("report.donors", equalTo(1))
                .body("report.receivers", equalTo(1))
                .body("report.figures", hasSize(1))
                .body("report.figures[0].kind", equalTo("MONEY"))
                .body("report.figures[0].offered", equalTo(1000))
                .body("report.figures[0].unmatched", equalTo(300))
                .body("report.figures[0].underWay", equalTo(0))
                .body("report.figures[0].delivered", equalTo(delivered))
                .body("report.figures[0].confirmed", equalTo(confirmed))
                .body("report.figures[0].needs", equalTo(2))
                .body("report.figures[0].needed", equalTo(700))
                .body("report.figures[0].unmet", equalTo(0));
    }

    private void theBoardShowsSumsAlone(County county, UUID campaign) {
        given().filter(Contract.filter())
                .get("/v1/social-campaign-notices/" + campaign)
                .then()
                .statusCode(200)
                .body("notice.offered", equalTo("1000.00"))
                .body("notice.confirmed", equalTo("300.00"))
                .body("notice.target", equalTo("1500.50"))
                .body("notice.donors", equalTo(1))
                .body("notice.receivers", equalTo(1))
                .body("figures[0].confirmed", equalTo(300))
                .body(not(containsString("Firm 7")));
        given().accept("application/x-ndjson")
                .get("/v1/social-campaign-notices?state=CLOSED&division=" + county.code())
                .then()
                .statusCode(200)
                .body(allOf(containsString(campaign.toString()), not(containsString("Firm 7"))));
        given().get("/v1/social-campaign-notices/" + planned(county, Map.of()))
                .then()
                .statusCode(404);
    }

    @Test
    void whatDoesNotFitACampaignIsRefused() {
        var county = new County("450491");
        county.hasVillages(1);
        var october = today.getMonthValue() > 10 ? today.getYear() + 1 : today.getYear();
        plan(county, UUID.randomUUID(), Map.of("lastOn", today.minusDays(1).toString()))
                .statusCode(422)
                .body("code", equalTo("social-bad-days"));
        plan(county, UUID.randomUUID(), Map.of("division", "450492000000"))
                .statusCode(422)
                .body("code", equalTo("social-unknown-place"));
        plan(county, UUID.randomUUID(), Map.of("target", "-1"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/target"));
        var november = Map.of(
                "kind",
                "POVERTY_DAY",
                "firstOn",
                LocalDate.of(october, 10, 18).toString(),
                "lastOn",
                LocalDate.of(october + 1, 10, 16).toString());
        plan(county, UUID.randomUUID(), november).statusCode(422).body("code", equalTo("campaign-without-poverty-day"));
        var day = new HashMap<String, Object>(november);
        day.put("lastOn", LocalDate.of(october + 1, 10, 17).toString());
        var campaign = planned(county, day);
        plan(county, campaign, day).statusCode(200).body("campaign.target", equalTo("1500.50"));
        plan(county, campaign, Map.of()).statusCode(409).body("code", equalTo("social-id-taken"));
        offer(county, 5, Map.of("campaignId", campaign)).statusCode(409).body("code", equalTo("campaign-not-open"));
        step(county.planner(), campaign, "OPEN", "").statusCode(409).body("code", equalTo("same-person"));
        step(County.as("township-officer", county.code() + "100", "t"), campaign, "OPEN", "")
                .statusCode(403);
        step(county.head(), campaign, "CANCEL", "").statusCode(200).body("campaign.state", equalTo("CANCELLED"));
        step(county.head(), campaign, "OPEN", "").statusCode(409).body("code", equalTo("step-not-open"));

        var township = opened(county, Map.of("division", county.code() + "100000", "target", "0"));
        offer(county, 5, Map.of("campaignId", township)).statusCode(422).body("code", equalTo("outside-campaign"));
        offer(county, 5, Map.of("campaignId", UUID.randomUUID()))
                .statusCode(422)
                .body("code", equalTo("unknown-social-campaign"));
        offer(county, 5, Map.of("campaignId", township, "campaign", "扶贫日"))
                .statusCode(422)
                .body("code", equalTo("campaign-named-twice"));
        var late = Map.<String, Object>of(
                "campaignId",
                township,
                "division",
                county.code() + "100000",
                "firstOn",
                today.plusDays(31).toString(),
                "lastOn",
                today.plusDays(40).toString());
        offer(county, 5, late).statusCode(422).body("code", equalTo("campaign-over"));
        offer(county, 5, Map.of("campaign", "扶贫日"))
                .statusCode(200)
                .body("campaign", equalTo("扶贫日"))
                .body("campaignId", nullValue());
    }

    @Test
    void aCampaignOfAboveIsSeenAndJoinedButNotStepped() {
        var county = new County("450492");
        county.hasVillages(1);
        var campaign = opened(county, Map.of("target", "0"));
        below(county)
                .get("/v1/social-campaigns/" + campaign)
                .then()
                .statusCode(200)
                .body("running", equalTo(true))
                .body("campaign.target", nullValue());
        below(county).get("/v1/social-campaigns?kind=OTHER").then().body("items.id", contains(campaign.toString()));
        step(below(county), campaign, "CLOSE", "").statusCode(403).body("code", equalTo("campaign-of-another-place"));
        offer(
                        County.as("township-officer", county.code() + "100", "t@" + county.code()),
                        UUID.randomUUID(),
                        offerBody(county.code() + "100000", 5, Map.of("campaignId", campaign)))
                .statusCode(200);
        new County("450495")
                .head()
                .get("/v1/social-campaigns/" + campaign)
                .then()
                .statusCode(404);
        county.auditor()
                .accept("text/csv")
                .get("/v1/social-campaigns?state=OPEN&division=" + county.code())
                .then()
                .statusCode(200)
                .body(containsString(campaign.toString()));
    }

    private static RequestSpecification below(County county) {
        return County.as("county-officer", county.code() + "100", "below@" + county.code());
    }

    private UUID opened(County county, Map<String, Object> other) {
        var id = planned(county, other);
        step(county.head(), id, "OPEN", "").statusCode(200).body("running", equalTo(true));
        return id;
    }

    private UUID planned(County county, Map<String, Object> other) {
        var id = UUID.randomUUID();
        plan(county, id, other).statusCode(200).body("campaign.state", equalTo("PLANNED"));
        return id;
    }

    private ValidatableResponse plan(County county, UUID id, Map<String, ?> other) {
        var body = new HashMap<String, Object>(Map.of(
                "division",
                county.code() + "000000",
                "name",
                "Winter",
                "kind",
                "OTHER",
                "organiser",
                "Poverty relief office",
                "purpose",
                "Nobody is cold",
                "target",
                "1500.5",
                "firstOn",
                today.minusDays(10).toString(),
                "lastOn",
                today.plusDays(30).toString()));
        body.putAll(other);
        return county.planner().body(body).put("/v1/social-campaigns/" + id).then();
    }

    private static ValidatableResponse step(RequestSpecification person, UUID campaign, String step, String remark) {
        return person.body(Map.of("step", step, "remark", remark))
                .post("/v1/social-campaigns/" + campaign + "/steps")
                .then();
    }

    private ValidatableResponse need(County county, int village, int amount, UUID campaign) {
        return county.planner()
                .body(Map.of(
                        "villageCode",
                        county.village(village),
                        "kind",
                        "MONEY",
                        "amount",
                        amount,
                        "title",
                        "Coal",
                        "campaignId",
                        campaign,
                        "neededBy",
                        today.plusDays(60).toString()))
                .put("/v1/needs/" + UUID.randomUUID())
                .then();
    }

    private ValidatableResponse offer(County county, int amount, Map<String, Object> other) {
        return offer(county.planner(), UUID.randomUUID(), offerBody(county.code() + "000000", amount, other));
    }

    private static ValidatableResponse offer(RequestSpecification person, UUID id, Map<String, Object> body) {
        return person.body(body).put("/v1/offers/" + id).then();
    }

    private Map<String, Object> offerBody(String division, int amount, Map<String, Object> other) {
        var body = new HashMap<String, Object>(Map.of(
                "division",
                division,
                "donor",
                "Firm 7",
                "donorKind",
                "ENTERPRISE",
                "kind",
                "MONEY",
                "amount",
                amount,
                "title",
                "For coal",
                "firstOn",
                today.toString(),
                "lastOn",
                today.plusDays(30).toString()));
        body.putAll(other);
        return body;
    }

    private static void deliver(County county, String match) {
        for (var step : List.of("ACCEPT", "DELIVER")) {
            matchStep(county.planner(), match, step);
        }
    }

    private static void confirm(County county, int village, String match) {
        matchStep(County.as("village-officer", county.village(village), "v@" + county.code()), match, "CONFIRM");
    }

    private static void matchStep(RequestSpecification person, String match, String step) {
        person.body(Map.of("step", step))
                .post("/v1/matches/" + match + "/steps")
                .then()
                .statusCode(200);
    }
}
