package org.jingzhun.identification.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.jingzhun.identification.testing.Client.as;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.junit.jupiter.api.Test;

/** A scorecard from draft to retirement, and the scores that it leaves behind. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ScorecardStoryTest {

    private static final String COUNTY = SmallCard.COUNTY;

    @Inject
    AgroalDataSource database;

    private final SmallCard card = new SmallCard();

    @Test
    void aDraftIsWrittenCheckedPublishedAndNeverChangesAgain() {
        String etag = card.write(card.small(",\"maxPoints\":11"))
                .statusCode(201)
                .body("stage", equalTo("DRAFT"))
                .body("steps", hasSize(1))
                .extract()
                .header("ETag");
        card.take("CHECK", "checker")
                .statusCode(422)
                .body("code", equalTo("scorecard-faulty"))
                .body("errors[0].pointer", equalTo("/maxPoints"))
                .body("errors[0].code", equalTo("total-differs"));
        as("auditor", COUNTY)
                .get("/v1/scorecards/" + card.version + "/check")
                .then()
                .statusCode(200)
                .body("sound", equalTo(false))
                .body("faults[0].found", equalTo("11"))
                .body("faults[0].expected", equalTo("10"));

        card.write(card.small("")).statusCode(428);
        as("county-officer", COUNTY)
                .header("If-Match", etag)
                .body(card.small(""))
                .put("/v1/scorecards/" + card.version)
                .then()
                .statusCode(200)
                .body("maxPoints", equalTo(10));
        card.take("PUBLISH", "checker").statusCode(409).body("code", equalTo("scorecard-step-not-open"));
        card.take("CHECK", "county-officer@" + COUNTY).statusCode(409).body("code", equalTo("same-person"));
        card.take("CHECK", "checker").statusCode(200);
        card.take("PUBLISH", "checker")
                .statusCode(200)
                .body("steps.step", equalTo(List.of("WRITE", "WRITE", "CHECK", "PUBLISH")));

        String published = as("county-officer", COUNTY)
                .get("/v1/scorecards/" + card.version)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        as("county-officer", COUNTY)
                .header("If-Match", published)
                .body(card.small(""))
                .put("/v1/scorecards/" + card.version)
                .then()
                .statusCode(409)
                .body("code", equalTo("scorecard-step-not-open"));
        assertThatThrownBy(this::tamper).hasStackTraceContaining("never changes");
    }

    private void tamper() {
        Caller everybody = new Caller("x", "x", java.util.Set.of(), org.jingzhun.chassis.caller.Area.EVERYWHERE, null);
        int changed = CallerScope.call(
                everybody, () -> QuarkusTransaction.requiringNew().call(() -> {
                    try (var connection = database.getConnection();
                            var update = connection.prepareStatement(
                                    "update scorecard set content = '[]', content_sha256 = sha256('[]') where version = ?")) {
                        update.setString(1, card.version);
                        return update.executeUpdate();
                    }
                }));
        assertThat(changed).isZero();
    }

    @Test
    void draftsAreSeenInTheirAreaAndPublishedCardsEverywhere() {
        card.write(card.small("")).statusCode(201);
        as("auditor", "451030").get("/v1/scorecards/" + card.version).then().statusCode(404);
        as("auditor", "451030").get("/v1/scorecards").then().body("items.version", not(hasItem(card.version)));
        as("auditor", "451031360").get("/v1/scorecards/" + card.version).then().statusCode(200);
        card.take("CHECK", "checker").statusCode(200);
        card.take("PUBLISH", "checker").statusCode(200);
        as("auditor", "451030").get("/v1/scorecards/" + card.version).then().statusCode(200);
        as("auditor", "451030")
                .get("/v1/scorecards?stage=PUBLISHED&division=" + COUNTY)
                .then()
                .body("items.version", hasItems("GX-2015", card.version));
        as("auditor", "451030")
                .get("/v1/scorecards?division=451030")
                .then()
                .body("items.version", hasItem("GX-2015"))
                .body("items.version", not(hasItem(card.version)));
    }

    @Test
    void aCountyWritesVariantsForItselfAlone() {
        card.write(SmallCard.variant("GX-2015"))
                .statusCode(201)
                .body("basedOn", equalTo("GX-2015"))
                .body("direction", equalTo("LOW_IS_POOR"))
                .body("items", equalTo(98))
                .body("maxPoints", equalTo(100));
        as("county-officer", COUNTY)
                .body(card.small("").replace("\"division\":\"451031\"", "\"division\":\"45\""))
                .put("/v1/scorecards/" + card.version + "-R")
                .then()
                .statusCode(403)
                .body("code", equalTo("whole-division-required"));
        as("county-officer", COUNTY)
                .body(SmallCard.variant("NONE"))
                .put("/v1/scorecards/" + card.version + "-N")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-scorecard"));
        as("county-officer", COUNTY)
                .body("{\"division\":\"451031\",\"validFrom\":\"2016-01-01\",\"source\":\"x\"}")
                .put("/v1/scorecards/" + card.version + "-E")
                .then()
                .statusCode(422)
                .body("code", equalTo("scorecard-empty"));
        as("county-officer", COUNTY)
                .body("{\"version\":\"GX-2015\"," + card.small("").substring(1))
                .post("/v1/scorecards")
                .then()
                .statusCode(409)
                .body("code", equalTo("version-taken"));
        as("county-officer", COUNTY)
                .body(card.small(""))
                .post("/v1/scorecards")
                .then()
                .statusCode(422)
                .body("code", equalTo("version-missing"));
        as("county-officer", COUNTY)
                .body("{\"version\":\"" + card.version + "-P\","
                        + card.small("").substring(1))
                .post("/v1/scorecards")
                .then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/v1/scorecards/" + card.version + "-P"));
    }
}
