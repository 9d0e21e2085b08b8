package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rounds;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

/** Help finds a need of its own kind alone, and only while it is offered and still of use. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class SocialKindAndTimeTest {

    private final LocalDate today = Rounds.today();
    private final County county = new County("970106");

    @Inject
    Rows rows;

    @Test
    void whatIsOfAnotherKindOrOutOfItsTimeIsNeverMatched() {
        county.hasVillages(1);
        UUID need = need("GOODS", today.plusDays(20));
        UUID late = need("GOODS", today.plusDays(20));
        rows.texts("update social_need set needed_by = ? where id = ? returning id", today.minusDays(1), late);
        offer("MONEY", today.minusDays(5), today.plusDays(30));
        offer("JOB", today.minusDays(5), today.plusDays(30));
        offer("GOODS", today.plusDays(21), today.plusDays(30));
        UUID over = offer("GOODS", today.minusDays(9), today.plusDays(1));
        rows.texts("update social_offer set last_on = ? where id = ? returning id", today.minusDays(1), over);
        match("GOODS").body("items", empty());
        match("MONEY").body("items", empty());
        match("JOB").body("items", empty());

        UUID fitting = offer("GOODS", today, today);
        match("GOODS")
                .body("items.needId", contains(need.toString()))
                .body("items.offerId", contains(fitting.toString()));
        assertThat(rows.texts("select open from social_need where id = ?", late))
                .containsExactly("5");
    }

    @Test
    void whatBeginsBeforeANeedIsOverMeetsIt() {
        county.hasVillages(1);
        UUID soon = need("TRAINING", today.plusDays(4));
        UUID later = need("TRAINING", today.plusDays(20));
        UUID lastDay = offer("TRAINING", today.plusDays(20), today.plusDays(30));
        match("TRAINING")
                .body("items.needId", contains(later.toString()))
                .body("items.offerId", contains(lastDay.toString()));

        UUID tomorrow = offer("TRAINING", today.plusDays(1), today.plusDays(2));
        match("TRAINING")
                .body("items.needId", contains(soon.toString()))
                .body("items.offerId", contains(tomorrow.toString()));
    }

    private UUID need(String kind, LocalDate neededBy) {
        UUID id = UUID.randomUUID();
        County.as("township-officer", county.code() + "100", "township@" + county.code())
                .body(Map.of(
                        "villageCode",
                        county.village(1),
                        "kind",
                        kind,
                        "amount",
                        5,
                        "title",
                        "冬季棉被",
                        "neededBy",
                        neededBy.toString()))
                .put("/v1/needs/" + id)
                .then()
                .statusCode(200);
        return id;
    }

    private UUID offer(String kind, LocalDate from, LocalDate to) {
        UUID id = UUID.randomUUID();
        county.planner()
                .body(Map.of(
                        "division",
                        county.village(1),
                        "donor",
                        "广西糖业集团",
                        "donorKind",
                        "ENTERPRISE",
                        "kind",
                        kind,
                        "amount",
                        50,
                        "title",
                        "Help",
                        "firstOn",
                        from.toString(),
                        "lastOn",
                        to.toString()))
                .put("/v1/offers/" + id)
                .then()
                .statusCode(200);
        return id;
    }

    private ValidatableResponse match(String kind) {
        return county.planner()
                .body(Map.of("division", county.code() + "000000", "kind", kind))
                .post("/v1/matches")
                .then()
                .statusCode(200);
    }
}
