package org.jingzhun.funding.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Proving;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client.County;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fen is somewhere, and where the payments say, after any sequence of operations, refused or broken off ones too. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class ConservationTest {

    private static final long GIVEN = 1_000_000;
    private static final int OPERATIONS = 60;
    private static final String BENEFIT = "DONATION_AID";

    @Inject
    Payables payables;

    @Inject
    Disbursing disbursing;

    @Inject
    Disbursements disbursements;

    @Inject
    Batching batching;

    @Inject
    PaymentRows payments;

    @Inject
    Paying paying;

    @Inject
    Settling settling;

    @Inject
    Proving proving;

    @Inject
    Database database;

    /** A county at work: who does it, for whom, out of what. */
    private final class Work {

        private final Random random;
        private final County county;
        private final long code;
        private final UUID source;
        private final List<UUID> households;

        Work(String county, long seed) {
            this.random = new Random(seed);
            this.county = new County(county);
            this.code = Long.parseLong(county + "000000");
            this.source = UUID.fromString(this.county.source("捐赠资金 " + county + " " + seed));
            this.county.budget(source.toString(), Money.ofFen(GIVEN).toString(), "文" + seed);
            var known = new LinkedHashMap<UUID, String>();
            for (int h = 0; h < 4; h++) {
                known.put(UUID.randomUUID(), h == 3 ? "REMOVED" : "POOR");
            }
            new BenefitOffice(this.county).settle(known);
            this.households = List.copyOf(known.keySet());
        }

        <T> T as(String person, String role, Callable<T> work) {
            var officer = new Caller(person, person, Set.of(role), Area.ofPrefix(county.code()), null);
            return CallerScope.call(
                    officer, () -> QuarkusTransaction.requiringNew().call(work));
        }

        void owe() {
            var due = new ArrayList<Payable>();
            for (int p = 0; p < 1 + random.nextInt(5); p++) {
                due.add(new Payable(
                        UUID.randomUUID(),
                        PayableKind.DONATION_AID,
                        households.get(random.nextInt(households.size())),
                        null,
                        Long.parseLong(county.village(1)),
                        AccountKey.budget(code, source, 2016),
                        Money.ofFen(1 + random.nextInt((int) GIVEN / 20)),
                        random.nextInt(8) == 0 ? "奖金" : "助学"));
            }
            as("owner", "finance-officer", () -> {
                payables.add(due);
                payables.add(due);
                return due.size();
            });
        }

        List<UUID> at(Stage stage) {
            return as(
                    "reader",
                    "auditor",
                    () -> disbursements.list(Area.ofPrefix(county.code()), 2016, stage, null, 100).stream()
                            .map(Disbursement::id)
                            .toList());
        }

        List<UUID> at(PaymentStage... stages) {
            return as(
                    "reader",
                    "auditor",
                    () -> database.list(
                            "select id from payment where county = ? and stage = any (?) order by id",
                            row -> row.getObject("id", UUID.class),
                            code,
                            java.util.Arrays.stream(stages).map(Enum::name).toArray(String[]::new)));
        }

        void someOperation() {
            try {
                switch (random.nextInt(20)) {
                    case 0, 1, 2 -> owe();
                    case 3, 4 -> draft();
                    case 5, 6, 7 -> step(Stage.DRAFT, Step.CHECK, "checker", "finance-officer");
                    case 8, 9, 10 -> step(Stage.CHECKED, Step.APPROVE, "head", "county-officer");
                    case 11, 12 -> pay(random.nextInt(3) == 0);
                    case 13, 14 -> bank();
                    case 15, 16 -> decide();
                    case 17, 18 -> retry();
                    default ->
                        step(
                                random.nextBoolean() ? Stage.APPROVED : Stage.DRAFT,
                                Step.RETURN,
                                "head",
                                "county-officer");
                }
            } catch (DisbursementRefusal | StepRefusal | org.jingzhun.funding.ledger.LedgerRefusal | Broken refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }

        void draft() {
            as("author", "finance-officer", () -> disbursing
                    .draftForHouseholds(code, BENEFIT, 2016, "发放", source)
                    .id());
        }

        private void step(Stage stage, Step step, String person, String role) {
            for (var id : at(stage)) {
                as(person, role, () -> disbursing.take(id, step, "", null).id());
            }
        }

        /** Sometimes the power fails at the end of the transaction. */
        private void pay(boolean broken) {
            for (var id : at(Stage.APPROVED)) {
                var order = new Batching.Order(UUID.randomUUID(), List.of(id), null);
                as("author", "finance-officer", () -> {
                    var prepared = batching.prepare(order);
                    if (broken) {
                        throw new Broken();
                    }
                    return prepared;
                });
            }
        }

        /** The bank answers for one payment, and answers again. */
        private void bank() {
            for (var id : at(PaymentStage.SENT)) {
                if (random.nextBoolean()) {
                    boolean paid = random.nextBoolean();
                    answer(id, paid);
                    assertThatThrownBy(() -> answer(id, !paid)).hasStackTraceContaining("cannot go from");
                }
            }
        }

        private void answer(UUID id, boolean paid) {
            var importId = UUID.randomUUID();
            as("bank", "system", () -> {
                database.execute(
                        "insert into staged_payment_result values (?, 1, ?, 1, 'PAID', null, date '2016-10-12', ?)",
                        importId,
                        id,
                        id);
                database.execute(
                        "update payment set stage = ?, settled_on = date '2016-10-12', import_id = ?, import_line = 1 where id = ?",
                        paid ? "PAID" : "FAILED",
                        importId,
                        id);
                settling.settle(importId, 1, 1);
                return database.execute("delete from staged_payment_result where import_id = ?", importId);
            });
        }

        private void decide() {
            for (var id : at(PaymentStage.FAILED, PaymentStage.CORRECTED, PaymentStage.TO_RETRY, PaymentStage.PAID)) {
                var steps = PaymentStep.values();
                var step = steps[random.nextInt(steps.length)];
                try {
                    as("clerk" + random.nextInt(2), "finance-officer", () -> paying.take(id, step, "", null, null)
                            .id());
                } catch (DisbursementRefusal | StepRefusal refused) {
                    assertThat(refused.getMessage()).isNotBlank();
                }
            }
        }

        private void retry() {
            var batches = as("reader", "auditor", () -> payments.listBatches(Area.ofPrefix(county.code()), null, 100));
            for (var batch : batches) {
                if (batch.stages().containsKey(PaymentStage.TO_RETRY)) {
                    var order = new Batching.Order(UUID.randomUUID(), List.of(), batch.id());
                    as("author", "finance-officer", () -> batching.prepare(order));
                }
            }
        }

        long sum(String sql) {
            return as("reader", "auditor", () -> database.find(sql, row -> row.getLong(1), code)
                    .orElseThrow());
        }

        void everyFenIsWhereThePaymentsSay() {
            long budget = sum("select coalesce(sum(balance_fen), 0) from account where kind = 'BUDGET' and county = ?");
            long transit =
                    sum("select coalesce(sum(balance_fen), 0) from account where kind = 'IN_TRANSIT' and county = ?");
            long paid = sum("select coalesce(sum(balance_fen), 0) from account where kind = 'PAID' and county = ?");
            assertThat(budget + transit + paid).isEqualTo(GIVEN);
            assertThat(transit).isEqualTo(sum("""
                    select coalesce(sum(amount_fen), 0) from payment
                    where county = ? and stage in ('SENT', 'FAILED', 'CORRECTED', 'TO_RETRY')"""));
            assertThat(paid)
                    .isEqualTo(sum(
                            "select coalesce(sum(amount_fen), 0) from payment where county = ? and stage = 'PAID'"));
            assertThat(sum("""
                    select count(*) from (select payable_id from payment where county = ? and stage in ('SENT', 'PAID')
                      group by payable_id having count(*) > 1) twice""")).isZero();
        }
    }

    /** The power fails. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("the power fails");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyFenIsKeptUnderRandomSequences(long seed) {
        var work = new Work("45074" + seed, seed);
        work.owe();
        work.draft();
        work.step(Stage.DRAFT, Step.CHECK, "checker", "finance-officer");
        work.step(Stage.CHECKED, Step.APPROVE, "head", "county-officer");
        work.pay(false);
        for (int operation = 0; operation < OPERATIONS; operation++) {
            work.someOperation();
            work.everyFenIsWhereThePaymentsSay();
        }
        assertThat(work.sum("select count(*) from payment where county = ?")).isPositive();
        assertThat(work.as("auditor", "auditor", proving::prove).holds()).isTrue();
    }
}
