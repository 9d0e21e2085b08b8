package org.jingzhun.funding.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Borrowers;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.junit.jupiter.api.Test;

/** What scans look for among projects, benefits, funds and pools: rows of years ago, which no request can make today. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class DetectorsTest {

    private static final Instant LONG_AGO = Instant.parse("2019-01-10T02:00:00Z");

    @Inject
    Database database;

    private void inDatabase(Runnable writes) {
        CallerScope.run(
                Caller.system("test"), () -> QuarkusTransaction.requiringNew().run(writes));
    }

    private static ValidatableResponse alerts(Borrowers county, String kind) {
        return county.auditor()
                .get("/v1/alerts?division=" + county.code() + "&kind=" + kind)
                .then()
                .statusCode(200);
    }

    private static void scan(Borrowers county) {
        String job = county.head()
                .post("/v1/alerts/scans")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        var ended = Client.ended("county-officer", county.code(), job);
        assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("SUCCEEDED");
    }

    private UUID project(Borrowers county, LocalDate from, long yuan, String stage, String builder) {
        var id = UUID.randomUUID();
        database.execute(
                """
                insert into project (id, county, division, year, name, project_class, nature, place, planned_from, planned_to,
                  responsible_unit, task, amount_fen, source_kind, performance_target, benefit_link, batch, action, lists, stage,
                  percent, funded_fen, builder, created_at)
                values (?, ?, ?, 2019, '屯级路', 'ROAD', 'NEW', '甲屯', ?, ?, '交通局', '硬化', ?, 'SPECIAL_FUND', '通路', 'ROAD', 'ROAD',
                  'ROAD', 'test', ?, 100, ?, ?, ?)
                """,
                id,
                Long.parseLong(county.code() + "000000"),
                Long.parseLong(county.villageCode()),
                from,
                from.plusDays(90),
                yuan * 100,
                stage,
                yuan * 100,
                builder,
                LONG_AGO);
        database.execute(
                "insert into project_step values (?, 0, 'ACCEPT', 't', 't', 'township-officer', '', '', 100, ?)",
                id,
                LONG_AGO);
        return id;
    }

    @Test
    void projectsThatTogetherReachTheThresholdAreFoundAndAcceptedOnesThatWereNotAnnounced() {
        var county = new Borrowers("450636");
        inDatabase(() -> {
            project(county, LocalDate.of(2019, 1, 1), 1_500_000, "UNDER_WAY", "甲公司");
            project(county, LocalDate.of(2019, 6, 1), 1_500_000, "UNDER_WAY", "甲公司");
            project(county, LocalDate.of(2019, 11, 1), 1_000_000, "UNDER_WAY", "甲公司");
            project(county, LocalDate.of(2020, 9, 1), 1_500_000, "UNDER_WAY", "甲公司");
            project(county, LocalDate.of(2019, 1, 1), 2_000_000, "UNDER_WAY", "乙公司");
            project(county, LocalDate.of(2019, 2, 1), 1_999_999, "UNDER_WAY", "乙公司");
            project(county, LocalDate.of(2019, 2, 1), 9_000_000, "UNDER_WAY", "乙公司");
            var announced = project(county, LocalDate.of(2015, 1, 1), 1, "ACCEPTED", "丙公司");
            database.execute(
                    "insert into project_step values (?, 1, 'NOTICE_AFTER', 't', 't', 'township-officer', '', '', 100, ?)",
                    announced,
                    LONG_AGO);
            project(county, LocalDate.of(2017, 1, 1), 2, "ACCEPTED", "丙公司");
        });
        scan(county);
        alerts(county, "SPLIT_PROJECT")
                .body("items", hasSize(1))
                .body("items[0].facts", hasItems("projects=3", "sum=4000000.00", "from=2019-01-01", "to=2019-11-01"))
                .body("items[0].ids", hasSize(3));
        alerts(county, "UNDISCLOSED_PROJECT")
                .body("items", hasSize(1))
                .body("items[0].facts", hasItems("acceptedOn=2019-01-10", "amount=2.00"));
    }

    private UUID payable(Borrowers county, String source, String household, String benefit, String refusal) {
        var id = UUID.randomUUID();
        boolean refused = !refusal.isEmpty();
        database.execute(
                """
                insert into payable (id, kind, benefit, county, village_code, household_id, account_kind, account_division,
                  source_id, year, amount_fen, basis, period_from, period_to, refusal, refused_item, stands, added_by, added_at)
                values (?, 'BENEFIT', ?, ?, ?, ?, 'BUDGET', ?, ?, 2019, 150000, '名册', '2019-01-01', '2019-12-31',
                  nullif(?, ''), nullif(?, ''), ?, 't', ?)
                """,
                id,
                benefit,
                Long.parseLong(county.code() + "000000"),
                Long.parseLong(county.villageCode()),
                UUID.fromString(household),
                Long.parseLong(county.code() + "000000"),
                UUID.fromString(source),
                refusal,
                refused ? "VEHICLES" : "",
                !refused,
                LONG_AGO);
        return id;
    }

    private void paid(Borrowers county, UUID batch, UUID payable) {
        database.execute("""
                insert into payment (id, batch_id, payable_id, county, village_code, household_id, amount_fen, stage, settled_on)
                select gen_random_uuid(), ?, id, ?, village_code, household_id, amount_fen, 'PAID', '2019-02-01'
                from payable where id = ?
                """, batch, Long.parseLong(county.code() + "000000"), payable);
    }

    @Test
    void benefitsPaidTwiceOrToWhoMayNotHaveThemAndStudentsWhoWaitAreFound() {
        var county = new Borrowers("450637");
        var poor = county.household("POOR");
        var removed = county.household("REMOVED");
        var books = new County(county.code());
        var source = books.source("补助资金 450637");
        var entry = UUID.fromString(books.budget(source, "1.00", "文1").getString("entry"));
        var batch = UUID.randomUUID();
        inDatabase(() -> {
            database.execute("""
                    insert into payment_batch (id, county, payments, amount_fen, refused, entry_id, created_by, created_at)
                    values (?, ?, 4, 600000, 0, ?, 't', ?)
                    """, batch, Long.parseLong(county.code() + "000000"), entry, LONG_AGO);
            paid(county, batch, payable(county, source, poor, "RELOCATION_GENERAL", ""));
            paid(county, batch, payable(county, source, poor, "RELOCATION_DESTITUTE", ""));
            paid(county, batch, payable(county, source, poor, "NETWORK_FEE", ""));
            paid(county, batch, payable(county, source, removed, "NETWORK_FEE", ""));
            payable(county, source, poor, "RAIN_AND_DEW", "");
            payable(county, source, removed, "RAIN_AND_DEW", "");
            payable(county, source, poor, "INDUSTRY_SUPPORT", "NEGATIVE_LIST");
        });
        scan(county);
        alerts(county, "DUPLICATE_BENEFIT").body("items", hasSize(1)).body("items[0].ids", hasItem(poor));
        alerts(county, "INELIGIBLE_BENEFIT")
                .body("items", hasSize(1))
                .body("items[0].facts", contains("benefit=NETWORK_FEE", "amount=1500.00", "reason=REMOVED"));
        alerts(county, "STUDENT_UNPAID")
                .body("items", hasSize(1))
                .body(
                        "items[0].facts",
                        containsInAnyOrder("benefit=RAIN_AND_DEW", "year=2019", "students=2", "amount=3000.00"));
        alerts(county, "NEGATIVE_LIST")
                .body("items", hasSize(1))
                .body("items[0].facts", hasItem("item=VEHICLES"))
                .body("items[0].division", equalTo(county.villageCode()));
    }

    @Test
    void aFundThatIsHardlyUsedAndAPoolThatStandsForLittleAreFound() {
        var county = new Borrowers("450638");
        var books = new County(county.code());
        var source = books.source("基金资金 450638");
        var entry = UUID.fromString(books.budget(source, "1.00", "文1").getString("entry"));
        var fund = UUID.randomUUID();
        long code = Long.parseLong(county.code() + "000000");
        inDatabase(() -> {
            database.execute("""
                    insert into fund (id, division, county, kind, name, founded_on, document_number, created_by, created_at, version)
                    values (?, ?, ?, 'MEDICAL_AID', '医疗扶贫基金', '2016-01-01', '文1', 't', ?, 0)
                    """, fund, code, code, LONG_AGO);
            database.execute("""
                    insert into fund_movement (id, fund_id, division, kind, source_id, year, amount_fen, entry_id, moved_on, memo)
                    values (?, ?, ?, 'CONTRIBUTION', ?, 2016, 100000, ?, '2016-02-01', '')
                    """, UUID.randomUUID(), fund, code, UUID.fromString(source), entry);
        });
        String pool = county.finance("author")
                .body(Map.of(
                        "county",
                        county.code(),
                        "name",
                        "补偿金",
                        "products",
                        List.of("MICRO_CREDIT"),
                        "agreedOn",
                        "2016-01-01"))
                .post("/v1/risk-pools")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String lender = county.finance("author")
                .body(Map.of("name", "出资 450638", "kind", "LENDER", "level", "COUNTY"))
                .post("/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        county.finance("author")
                .body(Map.of(
                        "payer", "LENDER", "source", lender, "year", 2016, "amount", "5000.00", "documentNumber", "文1"))
                .post("/v1/risk-pools/" + pool + "/contributions")
                .then()
                .statusCode(201);
        scan(county);
        alerts(county, "UNUSED_FUND")
                .body("items.ids", contains(List.of(fund.toString())))
                .body("items[0].facts", contains("kind=MEDICAL_AID", "received=1000.00", "given=0.00", "rate=0.0000"));
        alerts(county, "IDLE_POOL")
                .body("items.ids", contains(List.of(pool)))
                .body("items[0].facts", contains("balance=5000.00", "outstanding=0.00"));
    }
}
