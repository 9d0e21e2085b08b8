package org.jingzhun.funding.loan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.caller.CurrentCaller;

/** Import of what a bank was paid back in a month (银行还款月报), split as the bank splits it. */
@ApplicationScoped
class RepaymentImport implements ImportKind {

    private static final String STAGING = "staged_repayment";
    private static final int LONGEST = 100;
    private static final Field<String> BANK = Field.text("bank", LONGEST);
    private static final Field<String> CONTRACT = Field.text("contractNumber", LONGEST);
    private static final Field<LocalDate> PAID_ON = Field.date("paidOn");
    private static final Field<Long> PRINCIPAL = Field.money("principal");
    private static final Field<Long> INTEREST = Field.money("interest");
    private static final Field<Long> PENALTY = Field.money("penalty").optional();
    private static final Field<String> REFERENCE = Field.text("reference", LONGEST);

    private static final String OF_LOAN = "join loan l on l.bank = s.bank and l.contract_number = s.contract_number";

    /** Only rows that are new count against the debt: a file sent again changes nothing. */
    private static final String OWED = OF_LOAN + """
             join (select f.import_id, f.line,
                          sum(f.principal) filter (where r.id is null)
                            over (partition by f.import_id, f.bank, f.contract_number order by f.line) as fen
                   from staged_repayment f
                   join loan m on m.bank = f.bank and m.contract_number = f.contract_number
                   left join loan_repayment r on r.loan_id = m.id and r.reference = f.reference) file
               on file.import_id = s.import_id and file.line = s.line
            """;

    private static final String MERGE = """
            with merged as (
              insert into loan_repayment (id, loan_id, village, paid_on, principal_fen, interest_fen, penalty_fen, reference,
                recorded_by, recorded_at)
              select uuidv7(), l.id, l.village, s.paid_on, s.principal, s.interest, coalesce(s.penalty, 0), s.reference, ?, ?
              from staged_repayment s join loan l on l.bank = s.bank and l.contract_number = s.contract_number
              where s.import_id = ? and s.line between ? and ?
              on conflict (loan_id, reference) do nothing returning id)
            select (select count(*) from merged),
                   (select count(*) from staged_repayment s where s.import_id = ? and s.line between ? and ?)
            """;

    private final CurrentCaller caller;
    private final Clock clock;

    RepaymentImport(CurrentCaller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "repayments";
    }

    @Override
    public Set<String> roles() {
        return Set.of("finance-officer", "system");
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(BANK, CONTRACT, PAID_ON, PRINCIPAL, INTEREST, PENALTY, REFERENCE)
                .check((row, verdict) -> {
                    Long penalty = row.find(PENALTY);
                    if (row.get(PRINCIPAL) + row.get(INTEREST) + (penalty == null ? 0 : penalty) == 0) {
                        verdict.reject(PRINCIPAL.pointer(), "repayment-empty");
                    }
                    if (row.get(PAID_ON).isAfter(LocalDate.now(clock))) {
                        verdict.reject(PAID_ON.pointer(), "paid-in-future");
                    }
                })
                .build();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/reference", STAGING, "bank", "contract_number", "reference"),
                new Check(CONTRACT.pointer(), "contract-unknown", "l.id is null", List.of(), "left " + OF_LOAN),
                new Check(
                        CONTRACT.pointer(),
                        "loan-not-running",
                        "l.stage <> 'ACTIVE' and not exists (select 1 from loan_repayment r"
                                + " where r.loan_id = l.id and r.reference = s.reference)",
                        List.of("l.stage"),
                        OF_LOAN),
                new Check(PAID_ON.pointer(), "paid-before-payout", "s.paid_on < l.disbursed_on", List.of(), OF_LOAN),
                new Check(
                        "/penalty",
                        "penalty-not-allowed",
                        "coalesce(s.penalty, 0) > 0 and coalesce(l.penalty_ppm, 0) = 0",
                        List.of("l.product"),
                        OF_LOAN),
                new Check(
                        PRINCIPAL.pointer(),
                        "principal-above-debt",
                        "file.fen > l.amount_fen - l.paid_principal_fen and not exists (select 1 from loan_repayment r"
                                + " where r.loan_id = l.id and r.reference = s.reference)",
                        List.of("round((l.amount_fen - l.paid_principal_fen) / 100.0, 2)::text"),
                        OWED));
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            merge.setString(1, caller.get().subject());
            merge.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            lines.bind(merge, lines.bind(merge, 3));
            try (ResultSet row = merge.executeQuery()) {
                row.next();
                return new Merged(row.getLong(1), 0, row.getLong(2) - row.getLong(1));
            }
        }
    }

    @Override
    public List<String> fills() {
        return List.of("loan_repayment");
    }
}
