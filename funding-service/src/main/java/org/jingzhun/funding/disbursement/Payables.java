package org.jingzhun.funding.disbursement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Takes what other concepts owe to households: each becomes part of a disbursement, is held against the negative list and
 * the rules of who may receive, and is paid through a batch. Whoever handed it over hears by {@link SettledPayments}.
 */
@ApplicationScoped
public class Payables {

    private static final String ADD = """
            insert into payable (id, kind, benefit, county, village_code, household_id, person_id, payee, account_kind,
              account_division, source_id, year, subject, amount_fen, basis, period_from, period_to, added_by, added_at)
            values (?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;

    private final Database database;
    private final CurrentCaller caller;
    private final Clock clock;

    Payables(Database database, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /** In the transaction of the decision; what was handed over before is left as it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(List<Payable> due) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (var payable : due) {
            rows.add(row(
                    payable.id(),
                    payable.kind(),
                    payable.village(),
                    payable.householdId(),
                    payable.personId(),
                    null,
                    payable.from(),
                    payable.amount(),
                    payable.basis()));
        }
        database.executeAll(ADD, rows);
    }

    /**
     * What is due to a bank for subsidised interest, in the transaction of the decision.
     *
     * @param id chosen by the caller: the same id is due once
     * @param bank a code of the list {@code lender}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addForLender(UUID id, String bank, AccountKey from, Money amount, String basis) {
        database.executeAll(
                ADD,
                List.<@Nullable Object[]>of(
                        row(id, PayableKind.LOAN_SUBSIDY, from.county(), null, null, bank, from, amount, basis)));
    }

    /** What is due to the builder of a project. */
    void addForProject(UUID id, long division, String payee, AccountKey from, Money amount, String purpose) {
        database.executeAll(
                ADD,
                List.<@Nullable Object[]>of(
                        row(id, PayableKind.PROJECT, division, null, null, payee, from, amount, purpose)));
    }

    private @Nullable Object[] row(
            UUID id,
            PayableKind kind,
            long village,
            @Nullable UUID household,
            @Nullable UUID person,
            @Nullable String payee,
            AccountKey from,
            Money amount,
            String basis) {
        return new @Nullable Object[] {
            id,
            kind.name(),
            kind.name(),
            from.county(),
            village,
            household,
            person,
            payee,
            from.kind().name(),
            from.division(),
            from.sourceId(),
            from.year(),
            from.subject(),
            amount.fen(),
            basis,
            LocalDate.of(from.year(), 1, 1),
            LocalDate.of(from.year(), 12, 31),
            caller.get().subject(),
            clock.instant()
        };
    }
}
