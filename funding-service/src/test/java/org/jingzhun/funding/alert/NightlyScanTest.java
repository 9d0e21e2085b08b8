package org.jingzhun.funding.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Borrowers;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Nightly;
import org.jingzhun.funding.testing.Public;
import org.junit.jupiter.api.Test;

/**
 * The scan of each night, on days of the test's own choice: what was not announced, or not long enough on the boards, is
 * raised once, and clears when it is made up for. Rows of years ago, which no request can make today.
 */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class NightlyScanTest {

    private static final Instant LONG_AGO = Instant.parse("2019-01-10T02:00:00Z");

    private final Borrowers county = new Borrowers("450389");
    private final long code = Long.parseLong(county.code() + "000000");
    private final long village = Long.parseLong(county.villageCode());

    @Inject
    DailyScan daily;

    @Inject
    Jobs jobs;

    @Inject
    Database database;

    private void inDatabase(Runnable writes) {
        CallerScope.run(
                Caller.system("test"), () -> QuarkusTransaction.requiringNew().run(writes));
    }

    private void scan(LocalDate day) {
        Nightly.succeeds(jobs, "alerts", daily.order(day).orElseThrow());
        assertThat(daily.order(day)).as("once for a day").isEmpty();
    }

    /** Ids of what the alerts of a kind and state are about, one a line. */
    private List<String> alerts(String kind, String state) {
        return county.auditor()
                .get("/v1/alerts?limit=1000&division=" + county.code() + "&kind=" + kind + "&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.collect { it.facts.find { f -> f.startsWith('kind=') || f.startsWith('phase=') } }");
    }

    @Test
    void whatWasNotAnnouncedOrNotLongEnoughIsRaisedOnceAndClears() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var books = new County(county.code());
        var source = books.source("夜间扫描资金 450389");
        var entry = UUID.fromString(books.budget(source, "1.00", "文1").getString("entry"));
        var loan = county.running(county.household("POOR"), Map.of("amount", "10000.00"), "2016-01-10");
        inDatabase(() -> undisclosed(UUID.fromString(source), entry));

        scan(today.plusDays(30));
        assertThat(alerts("UNDISCLOSED_PAYMENTS", "OPEN")).containsExactlyInAnyOrder("phase=PLAN", "phase=RESULT");
        assertThat(alerts("UNDISCLOSED_MONEY", "OPEN"))
                .containsExactlyInAnyOrder(
                        "kind=BUDGET",
                        "kind=LOAN",
                        "kind=FUND",
                        "kind=FUND",
                        "kind=ASSET",
                        "kind=ASSET",
                        "kind=DONATION");
        assertThat(alerts("BOARD_TOO_SHORT", "OPEN")).isEmpty();
        county.auditor()
                .get("/v1/alerts?division=450389&kind=UNDISCLOSED_PAYMENTS")
                .then()
                .body("items[0].raisedOn", equalTo(today.plusDays(30).toString()))
                .body("items[0].deadline", equalTo(today.plusDays(40).toString()))
                .body("items[0].ownerRole", equalTo("finance-officer"));

        scan(today.plusDays(31));
        assertThat(alerts("UNDISCLOSED_MONEY", "OPEN")).as("not raised twice").hasSize(7);
        assertThat(alerts("UNDISCLOSED_PAYMENTS", "OPEN")).hasSize(2);

        assertThat(Public.bulletins(county.code())).isEqualTo(4);
        scan(today.plusDays(32));
        assertThat(alerts("UNDISCLOSED_MONEY", "CLEARED"))
                .containsExactlyInAnyOrder("kind=BUDGET", "kind=LOAN", "kind=FUND", "kind=FUND");
        assertThat(alerts("UNDISCLOSED_MONEY", "OPEN"))
                .containsExactlyInAnyOrder("kind=ASSET", "kind=ASSET", "kind=DONATION");
        theBoardsMakeUpForIt(today, loan);
    }

    /** The board must show it until the tenth day, and five days later somebody must have recorded that. */
    private void theBoardsMakeUpForIt(LocalDate today, String loan) {
        assertThat(alerts("BOARD_TOO_SHORT", "OPEN")).containsExactlyInAnyOrder("kind=LOAN", "kind=FUND");
        var announced = Public.newest(county.code(), "LOAN");
        assertThat(Public.page(announced, List.of(loan)).getString("content.rows[0].division"))
                .isEqualTo(county.villageCode());
        Client.as("village-officer", county.villageCode())
                .body(Map.of(
                        "division",
                        county.villageCode(),
                        "postedOn",
                        today.toString(),
                        "takenDownOn",
                        today.plusDays(9).toString(),
                        "photoSha256",
                        "0".repeat(64)))
                .post("/v1/disclosures/" + announced + "/boards")
                .then()
                .statusCode(201);
        String objection = Public.reader()
                .body(Map.of("text", "数字不对"))
                .post("/v1/disclosures/" + announced + "/objections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        scan(today.plusDays(14));
        assertThat(alerts("BOARD_TOO_SHORT", "OPEN"))
                .as("time to record it is left")
                .isEmpty();
        scan(today.plusDays(15));
        assertThat(alerts("BOARD_TOO_SHORT", "OPEN")).containsExactly("kind=FUND");
        assertThat(alerts("BOARD_TOO_SHORT", "CLEARED")).containsExactlyInAnyOrder("kind=LOAN", "kind=FUND");
        county.auditor()
                .get("/v1/alerts?division=450389&kind=BOARD_TOO_SHORT&state=OPEN")
                .then()
                .body(
                        "items[0].facts.findAll { it.startsWith('villages') || it.startsWith('missing') }",
                        contains("villages=1", "missing=1"));
        anAnswerIsMissed(today, objection);
    }

    /** By the rule it is given within fifteen days. */
    private void anAnswerIsMissed(LocalDate today, String objection) {
        assertThat(alerts("OBJECTION_OVERDUE", "OPEN")).isEmpty();
        scan(today.plusDays(16));
        assertThat(alerts("OBJECTION_OVERDUE", "OPEN")).containsExactly("kind=LOAN");
        county.head()
                .body(Map.of("answer", "已核对"))
                .post("/v1/disclosures/objections/" + objection + "/answer")
                .then()
                .statusCode(200);
        scan(today.plusDays(17));
        assertThat(alerts("OBJECTION_OVERDUE", "CLEARED")).containsExactly("kind=LOAN");
    }

    private void undisclosed(UUID source, UUID entry) {
        database.execute(
                "insert into budget values (?, ?, 2015, ?, 100, '文2', '2015-03-01', ?)",
                UUID.randomUUID(),
                code,
                source,
                entry);
        batch(entry, source, "SENT");
        announced(batch(entry, source, "PAID"));
        announced(batch(entry, source, "SENT"));
        fund();
        asset(source);
        database.execute("""
                insert into donation (id, county, donor_kind, name_hidden, form, amount_fen, goods, purpose, received_on,
                  document_number, stage, receipt_number, receipted_on, created_by, created_at, version)
                values (?, ?, 'PERSON', true, 'GOODS', 100, '被', '助学', '2019-01-01', '文', 'RECEIPTED', 1, '2019-01-02', 't', ?, 0)
                """, UUID.randomUUID(), code, LONG_AGO);
    }

    private UUID batch(UUID entry, UUID source, String stage) {
        var batch = UUID.randomUUID();
        var payable = UUID.randomUUID();
        database.execute(
                "insert into payment_batch values (?, ?, null, 1, 100, 0, ?, 't', ?)", batch, code, entry, LONG_AGO);
        database.execute("""
                insert into payable (id, kind, benefit, county, village_code, household_id, account_kind, account_division,
                  source_id, year, amount_fen, basis, period_from, period_to, added_by, added_at)
                values (?, 'BENEFIT', 'NETWORK_FEE', ?, ?, ?, 'BUDGET', ?, ?, 2019, 100, '名册', '2019-01-01', '2019-12-31', 't', ?)
                """, payable, code, village, UUID.randomUUID(), code, source, LONG_AGO);
        database.execute("""
                insert into payment (id, batch_id, payable_id, county, village_code, household_id, amount_fen, stage, settled_on)
                select gen_random_uuid(), ?, id, county, village_code, household_id, amount_fen, ?,
                       case when ? = 'PAID' then '2019-02-01'::date end
                from payable where id = ?
                """, batch, stage, stage, payable);
        return batch;
    }

    private void announced(UUID batch) {
        database.execute("""
                insert into disclosure (id, county, number, division, year, kind, phase, subject, title, document, announced_on,
                  ends_on, board_days, announced_at, snapshot, previous_hash, hash, signature, key_id)
                select gen_random_uuid(), ?, 1 + max(number), ?, 2019, 'PAYMENT_BATCH', 'PLAN', ?, '资金拨付', '', '2019-01-10',
                       '2019-01-19', 10, ?, '{}', repeat('0', 64), repeat('0', 64), '', ''
                from disclosure where county = ?
                """, code, code, batch, LONG_AGO, code);
    }

    private void fund() {
        var fund = UUID.randomUUID();
        database.execute("""
                insert into fund (id, division, county, kind, name, founded_on, document_number, created_by, created_at, version)
                values (?, ?, ?, 'EDUCATION_AID', '教育基金', '2016-01-01', '文1', 't', ?, 0)
                """, fund, code, code, LONG_AGO);
        database.execute("""
                insert into fund_aid (id, fund_id, division, form, purpose, village_code, household_id, amount_fen, cost_fen, year,
                  applied_on, months, fee_rate, evidence, guarantors, rule_version, above_cap, stage, paid_on, version)
                values (?, ?, ?, 'GRANT', 'SCHOOLING', ?, ?, 50000, 0, 2019, '2019-01-02', 0, 0, '{}', '{}', '2016', false, 'PAID',
                  '2019-01-10', 0)
                """, UUID.randomUUID(), fund, code, village, UUID.randomUUID());
    }

    private void asset(UUID source) {
        var asset = UUID.randomUUID();
        database.execute("""
                insert into asset (id, division, county, name, kind, purpose, source_id, year, value_fen, operator_name,
                  operator_code, starts_on, ends_on, floor_rate, profit_share, day_count, leaves_on_exit, floor_rule,
                  document_number, created_by, created_at, version)
                values (?, ?, ?, '蚕房', 'BREEDING', '养蚕', ?, 2016, 10000, '合作社', '93451031MA5K00002F', '2017-01-01', '2027-12-31',
                  500, 0, 'ACTUAL', true, 'r', '合同', 't', ?, 0)
                """, asset, village, code, source, LONG_AGO);
        database.execute("""
                insert into share_assignment
                values (?, ?, ?, 'INITIAL', 'EQUAL', '2017-01-01', ?, 10000, 0, 100, 0, 0, '折股', 'EFFECTIVE', 0)
                """, UUID.randomUUID(), asset, village, village);
        database.execute("""
                insert into dividend (id, asset_id, division, year, from_on, to_on, profit_fen, floor_rate, profit_share, day_count,
                  floor_fen, dividend_fen, document_number, stage, notice_days, notice_rule, noticed_on, version)
                values (?, ?, ?, 2018, '2018-01-01', '2018-12-31', 0, 500, 0, 'ACTUAL', 500, 0, '审计', 'NOTICED', 10, 'r',
                  '2019-01-10', 0)
                """, UUID.randomUUID(), asset, village);
    }
}
