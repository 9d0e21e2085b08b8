package org.jingzhun.funding.fund;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.donation.Donation;
import org.jingzhun.funding.donation.DonationStep;
import org.jingzhun.funding.donation.Donor;
import org.jingzhun.funding.donation.Receiving;
import org.jingzhun.funding.fund.rule.AidForm;
import org.jingzhun.funding.fund.rule.FundKind;
import org.jingzhun.funding.fund.rule.FundRule;
import org.jingzhun.funding.ledger.LedgerRefusal;
import org.jingzhun.funding.ledger.Proving;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.source.Budgeting;
import org.junit.jupiter.api.Test;

/** Whatever is done to funds in whatever order: every fen is where the ledger says, and none is missing. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class FundConservationTest {

    private static final long COUNTY = 450536000000L;
    private static final long VILLAGE = 450536900201L;
    private static final int OPERATIONS = 120;

    @Inject
    FundKeeping keeping;

    @Inject
    FundRules rules;

    @Inject
    Aiding aiding;

    @Inject
    AidPaying paying;

    @Inject
    FundAids aids;

    @Inject
    Receiving receiving;

    @Inject
    Budgeting budgeting;

    @Inject
    Proving proving;

    @Inject
    Database database;

    private final Random random = new Random(20171017);
    private final UUID fund = UUID.randomUUID();
    private final UUID source = UUID.randomUUID();
    private final List<UUID> loans = new ArrayList<>();
    private final List<UUID> donations = new ArrayList<>();

    private static <T> T as(String person, String role, Callable<T> work) {
        var caller = new Caller(person, person, Set.of(role), Area.ofPrefix("450536"), null);
        return CallerScope.call(caller, () -> QuarkusTransaction.requiringNew().call(work));
    }

    private static <T> T author(Callable<T> work) {
        return as("author", "finance-officer", work);
    }

    private Money fen(int most) {
        return Money.ofFen(1 + random.nextInt(most));
    }

    @Test
    void everyFenIsAccountedForAfterAnySequence() {
        begin();
        int refused = 0;
        for (int operation = 0; operation < OPERATIONS; operation++) {
            try {
                operate(random.nextInt(5));
            } catch (FundRefusal | LedgerRefusal | StepRefusal no) {
                refused++;
            }
            conserved();
        }
        assertThat(refused).isBetween(1, OPERATIONS * 3 / 4);
        assertThat(author(proving::prove).holds()).isTrue();
    }

    private void begin() {
        var rule = new FundRule(
                FundKind.INDUSTRY_SUPPORT,
                "COLLECTIVE",
                "conservation",
                LocalDate.of(2016, 1, 1),
                null,
                COUNTY,
                AidForm.LOAN,
                FundRule.Receiver.VILLAGE,
                Money.ofFen(1),
                Money.ofYuan(100_000),
                Money.ofYuan(100_000),
                10_000,
                36,
                1_000,
                0,
                false,
                List.of(),
                List.of(),
                Money.ZERO,
                "LOCAL",
                "test");
        assertThat(as("admin", "admin", () -> rules.add(() -> rule))).isEqualTo(rule);
        author(() ->
                budgeting.record(source, new Budgeting.SourceData("守恒 " + source, "SPECIAL_FUND", "CENTRAL"), null));
        for (int year = 2016; year <= 2018; year++) {
            int budgetYear = year;
            author(() -> budgeting.record(new Budgeting.BudgetData(
                    COUNTY, budgetYear, source, Money.ofYuan(20), "文" + budgetYear, LocalDate.of(budgetYear, 3, 1))));
        }
        author(() ->
                keeping.found(fund, FundKind.INDUSTRY_SUPPORT, COUNTY, "产业基金", LocalDate.of(2016, 1, 1), "文1", null));
    }

    private void operate(int which) {
        switch (which) {
            case 0 ->
                author(() -> keeping.contribute(
                        fund,
                        FundKeeping.Origin.BUDGET,
                        source,
                        2016 + random.nextInt(3),
                        fen(900),
                        UUID.randomUUID().toString()));
            case 1 -> donations.add(donate());
            case 2 -> loans.add(lend());
            case 3 -> repay();
            default -> giveBack();
        }
    }

    private UUID donate() {
        var id = UUID.randomUUID();
        author(() -> receiving.record(
                id,
                new Receiving.Said(
                        COUNTY,
                        new Donor(Donor.Kind.PERSON, null, false),
                        Donation.Form.MONEY,
                        fen(500),
                        null,
                        "产业",
                        fund,
                        LocalDate.of(2017, 10, 17),
                        "捐")));
        as("second", "finance-officer", () -> receiving.take(id, DonationStep.RECEIPT, "", null));
        return id;
    }

    private UUID lend() {
        var asked = new AidRequest(
                AidForm.LOAN,
                "COLLECTIVE",
                null,
                null,
                VILLAGE,
                fen(700),
                Money.ZERO,
                2017,
                1 + random.nextInt(36),
                List.of(),
                List.of(),
                List.of());
        var aid = author(() -> aiding.apply(fund, asked)).id();
        as("township", "township-officer", () -> aiding.take(aid, AidStep.VERIFY, "", null));
        as("second", "finance-officer", () -> aiding.take(aid, AidStep.REVIEW, "", null));
        as("head", "county-officer", () -> aiding.take(aid, AidStep.APPROVE, "", null));
        author(() -> aiding.take(aid, AidStep.PAY, "", null));
        return aid;
    }

    private void repay() {
        if (!loans.isEmpty()) {
            var loan = loans.get(random.nextInt(loans.size()));
            author(() -> paying.repay(loan, fen(400), LocalDate.now(ZoneId.of("Asia/Shanghai"))));
        }
    }

    private void giveBack() {
        if (!donations.isEmpty()) {
            var donation = donations.get(random.nextInt(donations.size()));
            as("head", "county-officer", () -> receiving.take(donation, DonationStep.RETURN, "退", null));
        }
    }

    private record Books(long moved, long held, long smallest, long all) {}

    private void conserved() {
        var books = author(() -> database.list(
                        """
                select (select coalesce(sum(amount_fen), 0) from fund_movement where fund_id = ?) as moved,
                       coalesce(sum(balance_fen) filter (where kind = 'FUND' and subject = ?), 0) as held,
                       coalesce(min(balance_fen) filter (where kind not in ('SOURCE', 'OPERATOR')), 0) as smallest,
                       coalesce(sum(balance_fen), 0) as total
                from account
                """,
                        row -> new Books(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        fund,
                        fund)
                .getFirst());
        assertThat(books.held()).isEqualTo(books.moved());
        assertThat(books.smallest()).isNotNegative();
        assertThat(books.all()).isZero();
        long owed = loans.stream()
                .map(loan -> author(() -> aids.get(loan)).owed().fen())
                .reduce(0L, Long::sum);
        long lent = author(() -> database.list(
                        "select coalesce(-sum(amount_fen), 0) from fund_movement where fund_id = ? and kind in ('LOAN', 'REPAYMENT')",
                        row -> row.getLong(1),
                        fund)
                .getFirst());
        assertThat(lent).isEqualTo(owed);
    }
}
