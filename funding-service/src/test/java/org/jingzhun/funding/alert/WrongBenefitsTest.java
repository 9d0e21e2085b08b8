package org.jingzhun.funding.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Borrowers;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Nightly;
import org.junit.jupiter.api.Test;

/** The smallest facts that raise an alert about benefits and students, and beside each the nearest that do not. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class WrongBenefitsTest {

    private static final Instant LONG_AGO = Instant.parse("2019-01-10T02:00:00Z");
    private static final LocalDate BEGINS = LocalDate.of(2019, 3, 1);

    private final Borrowers county = new Borrowers("450388");
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
    }

    /** What alerts under way are about: the ids of each. */
    private List<List<String>> open(String kind) {
        return county.auditor()
                .get("/v1/alerts?limit=1000&state=OPEN&division=" + county.code() + "&kind=" + kind)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.ids");
    }

    private List<String> facts(String kind) {
        return county.auditor()
                .get("/v1/alerts?state=OPEN&division=" + county.code() + "&kind=" + kind)
                .jsonPath()
                .getList("items.facts.flatten()");
    }

    /** What is due to a person for some time. */
    private record Due(UUID household, UUID person, String benefit, LocalDate from, LocalDate to) {

        static Due of(UUID person, LocalDate from, LocalDate to) {
            return new Due(new UUID(0, 7), person, "NETWORK_FEE", from, to);
        }
    }

    /** Money, and a batch that pays of it. */
    private record Books(UUID source, UUID batch) {}

    private Books books() {
        var office = new County(county.code());
        var source = office.source("补助 " + UUID.randomUUID());
        var books = new Books(UUID.fromString(source), UUID.randomUUID());
        var entry = UUID.fromString(office.budget(source, "1.00", "文1").getString("entry"));
        inDatabase(() -> database.execute(
                "insert into payment_batch values (?, ?, null, 9, 1350000, 0, ?, 't', ?)",
                books.batch(),
                code,
                entry,
                LONG_AGO));
        return books;
    }

    private UUID due(Books books, Due due, Instant since) {
        var id = UUID.randomUUID();
        database.execute(
                """
                insert into payable (id, kind, benefit, county, village_code, household_id, person_id, account_kind,
                  account_division, source_id, year, amount_fen, basis, period_from, period_to, added_by, added_at)
                values (?, 'BENEFIT', ?, ?, ?, ?, ?, 'BUDGET', ?, ?, 2019, 150000, '名册', ?, ?, 't', ?)
                """,
                id,
                due.benefit(),
                code,
                village,
                due.household(),
                due.person(),
                code,
                books.source(),
                due.from(),
                due.to(),
                since);
        return id;
    }

    private UUID paid(Books books, Due due) {
        return settled(books, due(books, due, LONG_AGO), "PAID");
    }

    private UUID settled(Books books, UUID payable, String stage) {
        database.execute("""
                insert into payment (id, batch_id, payable_id, county, village_code, household_id, person_id, amount_fen, stage,
                  settled_on)
                select gen_random_uuid(), ?, id, county, village_code, household_id, person_id, amount_fen, ?,
                       case when ? = 'PAID' then '2019-03-20'::date end
                from payable where id = ?
                """, books.batch(), stage, stage, payable);
        return payable;
    }

    private UUID whoLeft(String reason, LocalDate on) {
        var person = UUID.randomUUID();
        database.execute(
                "insert into observed_departure values (?, ?, ?, ?, ?, 1)",
                person,
                new UUID(0, 7),
                village,
                reason,
                on);
        return person;
    }

    @Test
    void whoHadDiedOrLeftOrWasLongOutOfPovertyIsFoundAndTheNearestToThatIsNot() {
        var books = books();
        var exited = UUID.fromString(county.household("EXITED"));
        var end = BEGINS.plusMonths(1);
        var dayBefore = BEGINS.minusDays(1);
        List<UUID> found = new ArrayList<>();
        inDatabase(() -> {
            database.execute("insert into observed_exit values (?, ?, ?, 1)", exited, village, BEGINS.minusMonths(12));
            found.add(paid(books, Due.of(whoLeft("DEATH", dayBefore), BEGINS, end)));
            paid(books, Due.of(whoLeft("DEATH", BEGINS), BEGINS, end));
            paid(books, Due.of(UUID.randomUUID(), BEGINS, end));
            due(books, Due.of(whoLeft("DEATH", dayBefore), BEGINS, end), LONG_AGO);
            settled(books, due(books, Due.of(whoLeft("DEATH", dayBefore), BEGINS, end), LONG_AGO), "SENT");
            found.add(paid(books, Due.of(whoLeft("MARRIED_OUT", dayBefore), BEGINS, end)));
            var movedIn = whoLeft("MARRIED_OUT", dayBefore);
            paid(books, new Due(new UUID(0, 5), movedIn, "NETWORK_FEE", BEGINS, end));
            found.add(paid(books, new Due(exited, UUID.randomUUID(), "ECOLOGICAL_RANGER", BEGINS, end)));
            paid(books, new Due(exited, UUID.randomUUID(), "ECOLOGICAL_RANGER", dayBefore, end));
            paid(books, new Due(exited, UUID.randomUUID(), "RAIN_AND_DEW", BEGINS, end));
        });
        scan(LocalDate.of(2030, 1, 1));
        assertThat(open("INELIGIBLE_BENEFIT").stream().map(List::getFirst))
                .containsExactlyInAnyOrderElementsOf(
                        found.stream().map(UUID::toString).toList());
        assertThat(facts("INELIGIBLE_BENEFIT")).contains("reason=DEATH", "reason=MARRIED_OUT", "reason=EXITED");
    }

    @Test
    void theSameBenefitForADayTwiceIsFoundAndForTheNextDayIsNot() {
        var books = books();
        var found = new UUID[2];
        var middle = BEGINS.plusDays(20);
        var end = BEGINS.plusDays(40);
        inDatabase(() -> {
            var twice = UUID.randomUUID();
            found[0] = paid(books, Due.of(twice, BEGINS, middle));
            found[1] = paid(books, Due.of(twice, middle, end));
            var after = UUID.randomUUID();
            paid(books, Due.of(after, BEGINS, middle));
            paid(books, Due.of(after, middle.plusDays(1), end));
            var notBoth = UUID.randomUUID();
            paid(books, Due.of(notBoth, BEGINS, middle));
            settled(books, due(books, Due.of(notBoth, middle, end), LONG_AGO), "FAILED");
            var other = UUID.randomUUID();
            paid(books, Due.of(other, BEGINS, middle));
            paid(books, new Due(new UUID(0, 7), other, "BOARDING_AID", middle, end));
        });
        scan(LocalDate.of(2030, 1, 2));
        assertThat(open("DUPLICATE_BENEFIT"))
                .singleElement(InstanceOfAssertFactories.list(String.class))
                .contains(found[0].toString(), found[1].toString());
    }

    /** By the rule students wait for 60 days at most; the day counts from its midnight in Shanghai. */
    @Test
    void studentsWhoWaitLongerThanTheRuleHasItAreFoundUntilTheyArePaid() {
        var books = books();
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var household = county.household("POOR");
        var loan = county.applied(
                household,
                Map.of(
                        "product", "STUDENT",
                        "use", "EDUCATION",
                        "personId", UUID.randomUUID().toString(),
                        "schoolYear", 2016,
                        "schoolEndsOn", "2020-06-30",
                        "amount", "8000.00",
                        "months", 120,
                        "appliedOn", "2016-08-20"));
        county.step(county.township(), loan, "VILLAGE_REVIEW", Map.of()).statusCode(200);
        county.approve(loan, Map.of("bank", "DEVELOPMENT_BANK", "rate", "0.0490", "on", "2016-09-01"))
                .statusCode(200);
        var waiting = new UUID[1];
        inDatabase(() -> {
            var now = Instant.now();
            waiting[0] = due(books, new Due(new UUID(0, 8), UUID.randomUUID(), "RAIN_AND_DEW", BEGINS, BEGINS), now);
            settled(
                    books,
                    due(books, new Due(new UUID(0, 9), UUID.randomUUID(), "RAIN_AND_DEW", BEGINS, BEGINS), now),
                    "PAID");
            due(books, new Due(new UUID(0, 9), UUID.randomUUID(), "NETWORK_FEE", BEGINS, BEGINS), now);
        });
        scan(today.plusDays(60));
        assertThat(open("STUDENT_UNPAID")).isEmpty();
        scan(today.plusDays(61));
        assertThat(open("STUDENT_UNPAID")).containsExactlyInAnyOrder(List.of(loan), List.of(waiting[0].toString()));
        assertThat(facts("STUDENT_UNPAID"))
                .contains("benefit=STUDENT_LOAN", "amount=8000.00", "benefit=RAIN_AND_DEW", "amount=1500.00");

        county.step(county.cashier(), loan, "DISBURSE", Map.of("on", "2016-09-01"))
                .statusCode(200);
        scan(today.plusDays(62));
        assertThat(open("STUDENT_UNPAID")).containsExactly(List.of(waiting[0].toString()));
    }
}
