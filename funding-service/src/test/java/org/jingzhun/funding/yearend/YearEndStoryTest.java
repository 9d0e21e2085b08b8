package org.jingzhun.funding.yearend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Accounts;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.JournalEntry.Kind;
import org.jingzhun.funding.ledger.LedgerRefusal;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.testing.Client;
import org.junit.jupiter.api.Test;

/** Money of 2016 that nobody spends: over two year ends, with its age. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class YearEndStoryTest {

    private static final Client.County COUNTY = new Client.County("450936");
    private static final long CODE = 450_936_000_000L;
    private static final long VILLAGE = CODE + 900_201;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Accounts accounts;

    private final UUID source = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();

    private static <T> T inCounty(Callable<T> work) {
        var clerk = new Caller("clerk", "Clerk", Set.of("finance-officer"), Area.ofPrefix("450936"), null);
        return CallerScope.call(clerk, () -> QuarkusTransaction.requiringNew().call(work));
    }

    private JournalEntry move(Kind kind, AccountKey from, AccountKey to, long yuan) {
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(from, Money.ofYuan(-yuan));
        movements.put(to, Money.ofYuan(yuan));
        return inCounty(() -> bookkeeping.post(kind, CODE, "year-end-test:" + UUID.randomUUID(), "memo", movements));
    }

    private AccountKey budget(int year) {
        return AccountKey.budget(CODE, source, year);
    }

    private AccountKey village(int year) {
        return AccountKey.village(CODE, VILLAGE, source, year);
    }

    private Money balance(AccountKey key) {
        return inCounty(() -> accounts.find(key).orElseThrow().balance());
    }

    private static ValidatableResponse close(int year) {
        return COUNTY.author()
                .body(Map.of("county", "450936", "year", year))
                .post("/v1/year-ends")
                .then();
    }

    private static ValidatableResponse idle(String query) {
        return COUNTY.auditor().get("/v1/idle-money?division=" + query).then().statusCode(200);
    }

    @Test
    void whatNobodySpendsGrowsOldWhereverItGoes() {
        move(Kind.BUDGET, AccountKey.source(CODE, source, 2016), budget(2016), 1000);
        var allocation = move(Kind.ALLOCATION, budget(2016), village(2016), 400);
        move(Kind.PROJECT_FUNDING, village(2016), AccountKey.project(CODE, VILLAGE, source, 2016, project), 150);
        move(Kind.PAYMENT, village(2016), AccountKey.inTransit(CODE, source, 2016), 50);
        move(Kind.BUDGET, AccountKey.source(CODE, source, 2017), budget(2017), 300);

        close(2017).statusCode(409).body("code", equalTo("earlier-year-open")).body("year", equalTo(2016));
        close(2016).statusCode(201).body("amount", equalTo("950.00")).body("run", equalTo(1));
        assertThat(balance(budget(2016))).isEqualTo(Money.ZERO);
        assertThat(balance(budget(2017))).isEqualTo(Money.ofYuan(900));
        assertThat(balance(village(2017))).isEqualTo(Money.ofYuan(200));
        assertThat(balance(AccountKey.inTransit(CODE, source, 2016))).isEqualTo(Money.ofYuan(50));

        idle("450936&asOf=2017-12-31").body("bands.band", equalTo(List.of("UNDER_1", "FROM_1_TO_2", "OVER_2")));
        whoStillNamesTheOldYearIsLedToTheNew(allocation);
        aPaymentThatComesBackReopensNothing();
        close(2017).statusCode(201);
        theAgeGoesWithTheMoney();
        whatIsTooOldIsTakenBackByTwoPersons();
        COUNTY.auditor().get("/v1/ledger/proof").then().statusCode(200).body("holds", equalTo(true));
        COUNTY.auditor()
                .get("/v1/year-ends?division=450936")
                .then()
                .statusCode(200)
                .body("items.year", equalTo(List.of(2016, 2017)));
    }

    /** Plans and projects of 2016 go on after its books are closed. */
    private void whoStillNamesTheOldYearIsLedToTheNew(JournalEntry allocation) {
        inCounty(() -> {
            bookkeeping.requireAvailable(budget(2016), Money.ofYuan(900));
            return true;
        });
        move(Kind.ALLOCATION, budget(2016), village(2016), 100);
        assertThat(balance(budget(2017))).isEqualTo(Money.ofYuan(800));
        assertThat(balance(village(2017))).isEqualTo(Money.ofYuan(300));
        assertThatThrownBy(() -> inCounty(() -> bookkeeping.undo(allocation.id(), Kind.ALLOCATION, "late")))
                .isInstanceOf(LedgerRefusal.Overdrawn.class);
    }

    /** It came back into an account of 2017 already, since 2016 is closed: what its year holds can be carried again. */
    private void aPaymentThatComesBackReopensNothing() {
        close(2016).statusCode(409).body("code", equalTo("nothing-to-carry"));
        move(Kind.PAYMENT_RETURN, AccountKey.inTransit(CODE, source, 2016), village(2016), 50);
        assertThat(balance(village(2017))).isEqualTo(Money.ofYuan(350));
    }

    private void whatIsTooOldIsTakenBackByTwoPersons() {
        var special = COUNTY.source("专项资金 450936");
        propose(special).statusCode(422).body("code", equalTo("not-of-reclaimed"));
        var pot = COUNTY.source("收回资金 450936", "RECLAIMED_FUND");
        String id = propose(pot)
                .statusCode(201)
                .body("amount", equalTo("1300.00"))
                .body("lines.findAll { it.origin == 2016 }.size()", equalTo(3))
                .extract()
                .path("id");
        propose(pot).statusCode(409).body("code", equalTo("reclaim-open"));
        decide(COUNTY.author(), id, "APPROVE").statusCode(403);
        decide(COUNTY.head(), id, "PROPOSE").statusCode(409).body("code", equalTo("step-not-open"));
        decide(COUNTY.head(), id, "REJECT").statusCode(200).body("stage", equalTo("REJECTED"));
        decide(COUNTY.head(), id, "APPROVE").statusCode(409).body("code", equalTo("step-not-open"));
        String again = propose(pot).statusCode(201).extract().path("id");
        decide(COUNTY.head(), again, "APPROVE")
                .statusCode(200)
                .body("stage", equalTo("BOOKED"))
                .body("steps.step", equalTo(List.of("PROPOSE", "APPROVE")));
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        assertThat(balance(AccountKey.budget(CODE, UUID.fromString(pot), today.getYear())))
                .isEqualTo(Money.ofYuan(1300));
        assertThat(balance(village(2018))).isEqualTo(Money.ZERO);
        idle("450936")
                .body("bands.find { it.band == 'OVER_2' }.amount", equalTo("0.00"))
                .body("bands.find { it.band == 'UNDER_1' }.amount", equalTo("1300.00"));
        propose(pot).statusCode(409).body("code", equalTo("nothing-to-reclaim"));
        COUNTY.auditor()
                .get("/v1/reclaims?division=450936")
                .then()
                .statusCode(200)
                .body("items.stage", equalTo(List.of("REJECTED", "BOOKED")));
    }

    private static ValidatableResponse propose(String source) {
        return COUNTY.author()
                .body(Map.of("county", "450936", "sourceId", source, "document", "隆财预〔2018〕9号"))
                .post("/v1/reclaims")
                .then();
    }

    private static ValidatableResponse decide(RequestSpecification officer, String id, String step) {
        return officer.body(Map.of("step", step))
                .post("/v1/reclaims/" + id + "/steps")
                .then();
    }

    private void theAgeGoesWithTheMoney() {
        assertThat(balance(budget(2018))).isEqualTo(Money.ofYuan(800));
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        idle("450936&asOf=" + today)
                .body("total", equalTo("1300.00"))
                .body("bands.find { it.band == 'OVER_2' }.amount", equalTo("1300.00"));
        idle("450936&band=OVER_2")
                .body("lines.findAll { it.origin == 2016 }.size()", equalTo(3))
                .body("lines.findAll { it.origin == 2017 }.amount", equalTo(List.of("300.00")));
        Client.as("village-officer", Long.toString(VILLAGE))
                .get("/v1/idle-money?division=" + VILLAGE)
                .then()
                .statusCode(200)
                .body("total", equalTo("500.00"))
                .body("lines", hasSize(2));
    }

    @Test
    void aYearThatGoesOnIsNotClosedAndNeitherIsAForeignCounty() {
        int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
        close(year).statusCode(409).body("code", equalTo("year-not-over"));
        COUNTY.author()
                .body(Map.of("county", "450937", "year", 2016))
                .post("/v1/year-ends")
                .then()
                .statusCode(422)
                .body("code", equalTo("county-outside-area"));
        COUNTY.author()
                .body(Map.of("county", "450936", "year", 20))
                .post("/v1/year-ends")
                .then()
                .statusCode(400);
    }
}
