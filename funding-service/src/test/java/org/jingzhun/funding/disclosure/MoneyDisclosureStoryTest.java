package org.jingzhun.funding.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Borrowers;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Nightly;
import org.jingzhun.funding.testing.Public;
import org.junit.jupiter.api.Test;

/** Budgets, funds and loans are announced by themselves: over HTTP, read without a token. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class MoneyDisclosureStoryTest {

    @Inject
    DailyBulletins daily;

    @Inject
    Jobs jobs;

    @Test
    void aBudgetIsAnnouncedWheneverItChanges() throws Exception {
        var county = new County("450385");
        var source = county.source("公告资金 450385");
        var wrong = county.budget(source, "1000.00", "桂财农〔2016〕1号");
        var first = Public.newest(county.code(), "BUDGET");
        var _ = county.budget(source, "500.50", "桂财农〔2016〕2号");
        var second = Public.newest(county.code(), "BUDGET");
        var page = Public.page(second, List.of());
        assertThat(page.getString("summary.title")).isEqualTo("2016年度资金安排");
        assertThat(page.getString("summary.phase")).isEqualTo("PLAN");
        assertThat(page.getString("content.amount")).isEqualTo("1500.50");
        assertThat(page.getList("content.rows.label", String.class))
                .containsExactly("公告资金 450385 桂财农〔2016〕1号", "公告资金 450385 桂财农〔2016〕2号");
        assertThat(page.getString("replaces")).isEqualTo(first);

        county.author()
                .body(Map.of("reason", "文号有误"))
                .post("/v1/journal-entries/" + wrong.getString("entry") + "/reversal")
                .then()
                .statusCode(201);
        assertThat(Public.bulletins(county.code())).isOne();
        var third = Public.newest(county.code(), "BUDGET");
        assertThat(Public.page(third, List.of()).getString("content.amount")).isEqualTo("500.50");
        assertThat(Public.bulletins(county.code())).as("nothing is said twice").isZero();
        Public.reader()
                .get("/v1/disclosures?q=年度资金安排&division=" + county.code())
                .then()
                .body("items", hasSize(3));
        Public.objects(third, county.code());
        Public.findsAlteration(second, "1500.50");
        assertThat(Public.page(third, List.of()).getString("content.amount")).isEqualTo("500.50");
    }

    @Test
    void loansAreAnnouncedByVillageAndProductAndAgainWhenABankTellsLate() throws Exception {
        var county = new Borrowers("450386");
        var one = county.household("POOR");
        var two = county.household("POOR");
        var loans = List.of(
                county.running(one, Map.of("amount", "30000.00"), "2016-01-10"),
                county.running(two, Map.of("amount", "20000.00"), "2016-03-31"));
        assertThat(Public.announced(county.code(), "LOAN")).isEmpty();
        assertThat(Public.bulletins(county.code())).isOne();
        var announced = Public.newest(county.code(), "LOAN");
        var never = List.of(one, two, loans.getFirst(), loans.getLast());
        var page = Public.page(announced, never);
        assertThat(page.getString("summary.title")).isEqualTo("2016年第1季度扶贫贷款发放情况");
        assertThat(page.getString("summary.phase")).isEqualTo("RESULT");
        assertThat(page.getList("content.rows")).hasSize(1);
        assertThat(page.getMap("content.rows[0]"))
                .containsEntry("division", county.villageCode())
                .containsEntry("label", "扶贫小额信贷")
                .containsEntry("persons", 2)
                .containsEntry("amount", "50000.00");

        county.running(county.household("POOR"), Map.of("amount", "1000.00"), "2016-02-10");
        county.running(county.household("POOR"), Map.of("amount", "2000.00"), "2016-04-01");
        assertThat(Public.bulletins(county.code()))
                .as("one changed, one is new")
                .isEqualTo(2);
        assertThat(Public.bulletins(county.code())).isZero();
        assertThat(Public.reader()
                        .get("/v1/disclosures/" + announced)
                        .jsonPath()
                        .getString("summary.replacedBy"))
                .isNotNull();
        Public.reader()
                .get("/v1/disclosures?kind=LOAN&division=" + county.villageCode())
                .then()
                .body("items", hasSize(3));
        Public.reader()
                .get("/v1/disclosures?kind=LOAN&division=450386900999")
                .then()
                .body("items", hasSize(0));
        Public.objects(announced, county.code());
        Public.findsAlteration(announced, "50000.00");
    }

    @Test
    void aFundSaysWhatItIsForAndQuarterByQuarterWhatItGave() throws Exception {
        var county = new County("450387");
        String fund = county.author()
                .body(Map.of(
                        "kind",
                        "COLLECTIVE_STARTUP",
                        "division",
                        county.code() + "000000",
                        "name",
                        "集体经济启动资金",
                        "foundedOn",
                        "2017-01-01",
                        "documentNumber",
                        "文1"))
                .post("/v1/funds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var rules = Public.newest(county.code(), "FUND");
        var page = Public.page(rules, List.of());
        assertThat(page.getString("summary.subject")).isEqualTo(fund);
        assertThat(page.getString("summary.phase")).isEqualTo("PLAN");
        assertThat(page.getList("content.rows.label", String.class))
                .singleElement()
                .asString()
                .startsWith("集体经济项目（");
        assertThat(page.getList("content.rows.amount")).containsExactly("500000.00");

        var source = county.source("启动资金 450387");
        var _ = county.budget(source, "6000.25", "启动1号");
        county.author()
                .body(Map.of(
                        "origin",
                        "BUDGET",
                        "source",
                        source,
                        "year",
                        2016,
                        "amount",
                        "6000.25",
                        "documentNumber",
                        "启动2号"))
                .post("/v1/funds/" + fund + "/contributions")
                .then()
                .statusCode(201);
        String aid = county.author()
                .body(Map.of(
                        "purpose",
                        "COLLECTIVE_PROJECT",
                        "village",
                        county.village(1),
                        "amount",
                        "6000.25",
                        "year",
                        2017,
                        "evidence",
                        List.of("VILLAGE_MEETING_MINUTES", "PROJECT_PLAN")))
                .post("/v1/funds/" + fund + "/grants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var township = Client.as("township-officer", county.code() + "900");
        for (var step : Map.of(
                        "1VERIFY",
                        township,
                        "2REVIEW",
                        county.reviewer(),
                        "3APPROVE",
                        county.head(),
                        "4PAY",
                        county.author())
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            step.getValue()
                    .body(Map.of("step", step.getKey().substring(1)))
                    .post("/v1/fund-aids/" + aid + "/steps")
                    .then()
                    .statusCode(200);
        }
        Public.bulletins(county.code());
        assertThat(Public.announced(county.code(), "FUND"))
                .as("the quarter is not over")
                .hasSize(1);

        var later = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusMonths(3);
        Nightly.succeeds(jobs, "bulletins", daily.order(later).orElseThrow());
        assertThat(daily.order(later)).as("once a day").isEmpty();
        var given = Public.newest(county.code(), "FUND");
        var shown = Public.page(given, List.of(aid));
        assertThat(shown.getString("summary.phase")).isEqualTo("RESULT");
        assertThat(shown.getMap("content.rows[0]"))
                .containsEntry("division", county.village(1))
                .containsEntry("persons", 1)
                .containsEntry("amount", "6000.25");
        Public.objects(given, county.code());
        Public.findsAlteration(given, "6000.25");
    }

    @Test
    void numbersOfPeopleAreNotAnnounced() {
        var county = new County("450388");
        var source = county.source("公告资金 450388");
        for (var number : List.of("450331198001011234", "45033119800101123X", "13812345678", "6222021234567890123")) {
            county.author()
                    .body(Map.of(
                            "county",
                            county.code() + "000000",
                            "year",
                            2016,
                            "source",
                            source,
                            "amount",
                            "1.00",
                            "documentNumber",
                            "文 " + number,
                            "issuedOn",
                            "2016-03-01"))
                    .post("/v1/budgets")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("personal-data-announced"));
        }
        county.auditor().get("/v1/budgets?source=" + source).then().body("items", hasSize(0));
    }
}
