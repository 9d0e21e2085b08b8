package org.jingzhun.funding.loan;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.Row;
import org.jingzhun.chassis.bulk.RowCheck;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.caller.CurrentCaller;

/**
 * Import of loans that a bank has paid out (银行月报): they are running when they are told, so no step of the procedure is
 * made up for them; they are subsidised once a check found their use proper. Principal is due at maturity; student loans
 * are applied for here.
 */
@ApplicationScoped
class LoanImport implements ImportKind {

    private static final String STAGING = "staged_loan";
    private static final int LONGEST = 100;
    private static final int MILLIONTHS = 6;
    private static final Field<String> BANK = Field.text("bank", LONGEST);
    private static final Field<String> CONTRACT = Field.text("contractNumber", LONGEST);
    private static final Field<UUID> HOUSEHOLD = Field.uuid("householdId");
    private static final Field<Product> PRODUCT = Field.enumeration("product", Product.class);
    private static final Field<Long> AMOUNT = Field.money("amount");
    private static final Field<String> RATE = Field.text("rate", Pattern.compile("0\\.\\d{1,6}|0"), "0.0435");
    private static final Field<LocalDate> DISBURSED_ON = Field.date("disbursedOn");
    private static final Field<LocalDate> MATURES_ON = Field.date("maturesOn");
    private static final Field<LoanUse> USE = Field.enumeration("loanUse", LoanUse.class);

    private static final String MERGE = """
            with merged as (
              insert into loan (id, county, village, household_id, product, product_version, amount_fen, months, loan_use,
                purpose, applied_on, stage, origin, bank, contract_number, rate_ppm, subsidy_ppm, penalty_ppm, day_count,
                interest_every, repaid, security, disbursed_on, matures_on, grace_to, subsidised_to, created_at, version)
              select s.id, h.village_code / 1000000 * 1000000, h.village_code, s.household_id, s.product, s.product_version,
                     s.amount, s.months, s.loan_use, '', s.disbursed_on, 'ACTIVE', 'BANK_FILE', s.bank, s.contract_number,
                     s.rate_ppm, s.subsidy_ppm, 0, s.day_count, s.interest_every, 'AT_END', 'NONE', s.disbursed_on,
                     s.matures_on, s.disbursed_on, s.matures_on, ?, 0
              from staged_loan s join observed_household h on h.id = s.household_id
              where s.import_id = ? and s.line between ? and ?
              on conflict (id) do nothing returning id)
            select (select count(*) from merged),
                   (select count(*) from staged_loan s where s.import_id = ? and s.line between ? and ?)
            """;
    private static final String PLAN = """
            insert into loan_instalment (loan_id, due_on, principal_fen)
            select s.id, s.matures_on, s.amount from staged_loan s
            where s.import_id = ? and s.line between ? and ?
              and not exists (select 1 from loan_instalment i where i.loan_id = s.id)
            """;
    private static final String SIGN = """
            insert into loan_step (loan_id, position, step, taken_by, name, role, remark, taken_at)
            select s.id, 0, 'DISBURSE', ?, ?, 'system', 'bank file', ? from staged_loan s
            where s.import_id = ? and s.line between ? and ?
              and not exists (select 1 from loan_step t where t.loan_id = s.id)
            """;

    /** What a household has running of the product, with the rows of this file before it. */
    private static final String RUNNING = """
            join (select f.import_id, f.line,
                         sum(f.amount) over (partition by f.import_id, f.household_id, f.product order by f.line)
                         + coalesce((select sum(l.amount_fen - l.paid_principal_fen) from loan l
                                     where l.household_id = f.household_id and l.product = f.product and l.stage = 'ACTIVE'
                                       and l.id not in (select g.id from staged_loan g where g.import_id = f.import_id
                                                        and g.household_id = f.household_id)), 0) as fen
                  from staged_loan f) running on running.import_id = s.import_id and running.line = s.line
            """;

    private final LoanProducts products;
    private final LoanRules rules;
    private final CurrentCaller caller;
    private final Clock clock;

    LoanImport(LoanProducts products, LoanRules rules, CurrentCaller caller, Clock clock) {
        this.products = products;
        this.rules = rules;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "loans";
    }

    @Override
    public Set<String> roles() {
        return Set.of("finance-officer", "system");
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        var judge = new BankFileRules(products.list(), rules);
        return RowFormat.stagedIn(STAGING)
                .fields(BANK, CONTRACT, HOUSEHOLD, PRODUCT, AMOUNT, RATE, DISBURSED_ON, MATURES_ON, USE)
                .computed("id", CellType.UUID_CELL, row -> idOf(row.get(BANK), row.get(CONTRACT)))
                .computed("product_version", CellType.TEXT, row -> product(judge, row)
                        .version())
                .computed("months", CellType.INTEGER, row -> months(row))
                .computed("rate_ppm", CellType.INTEGER, row -> ratePpm(row))
                .computed(
                        "subsidy_ppm",
                        CellType.INTEGER,
                        row -> judge.subsidy(product(judge, row), months(row), ratePpm(row), row.get(DISBURSED_ON)))
                .computed("day_count", CellType.TEXT, row -> product(judge, row)
                        .dayCount()
                        .name())
                .computed("interest_every", CellType.TEXT, row -> product(judge, row)
                        .interestEvery()
                        .name())
                .computed("most_fen", CellType.BIGINT, row -> product(judge, row)
                        .most()
                        .fen())
                .computed("borrowers", CellType.TEXTS, row -> product(judge, row).borrowers().stream()
                        .sorted()
                        .toList())
                .check((row, verdict) -> check(judge, row, verdict))
                .build();
    }

    /** The same contract of the same bank is the same loan. */
    static UUID idOf(String bank, String contract) {
        return UUID.nameUUIDFromBytes((bank + "|" + contract).getBytes(StandardCharsets.UTF_8));
    }

    private static LoanProduct product(BankFileRules judge, Row row) {
        return judge.find(row.get(PRODUCT), row.get(DISBURSED_ON)).orElseThrow();
    }

    private static int months(Row row) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(
                        row.get(DISBURSED_ON), row.get(MATURES_ON).minusDays(1))
                + 1);
    }

    private static int ratePpm(Row row) {
        return new BigDecimal(row.get(RATE)).movePointRight(MILLIONTHS).intValueExact();
    }

    private void check(BankFileRules judge, Row row, RowCheck.Verdict verdict) {
        if (row.get(PRODUCT) == Product.STUDENT) {
            verdict.reject(PRODUCT.pointer(), "student-loan-in-file");
            return;
        }
        if (!row.get(MATURES_ON).isAfter(row.get(DISBURSED_ON))
                || row.get(DISBURSED_ON).isAfter(LocalDate.now(clock))) {
            verdict.reject(MATURES_ON.pointer(), "loan-days-out-of-order");
            return;
        }
        Optional<LoanProduct> found = judge.find(row.get(PRODUCT), row.get(DISBURSED_ON));
        if (found.isEmpty()) {
            verdict.reject(PRODUCT.pointer(), "product-not-offered", row.get(PRODUCT), row.get(DISBURSED_ON));
            return;
        }
        var product = found.get();
        if (row.get(AMOUNT) == 0 || row.get(AMOUNT) > product.most().fen()) {
            verdict.reject(AMOUNT.pointer(), "amount-above-product", product.most());
        }
        if (months(row) > product.mostMonths()) {
            verdict.reject(MATURES_ON.pointer(), "loan-term-too-long", months(row), product.mostMonths());
        }
        if (!product.uses().contains(row.get(USE))) {
            verdict.reject(USE.pointer(), "loan-use-not-allowed", row.get(USE), product.uses());
        }
        if (!judge.isLender(row.get(BANK))) {
            verdict.reject(BANK.pointer(), "unknown-lender");
        }
        if (!judge.allows(product, months(row), ratePpm(row), row.get(DISBURSED_ON))) {
            verdict.reject(RATE.pointer(), "rate-above-product");
        }
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/contractNumber", STAGING, "bank", "contract_number"),
                new Check(
                        HOUSEHOLD.pointer(),
                        "household-unknown",
                        "h.id is null",
                        List.of(),
                        "left join observed_household h on h.id = s.household_id"),
                new Check(
                        HOUSEHOLD.pointer(),
                        "household-not-eligible",
                        "h.status <> all (s.borrowers)",
                        List.of("h.status", "array_to_string(s.borrowers, ', ')"),
                        "join observed_household h on h.id = s.household_id"),
                new Check(
                        CONTRACT.pointer(),
                        "loan-recorded-otherwise",
                        "(l.household_id, l.product, l.amount_fen, l.rate_ppm, l.disbursed_on) is distinct from"
                                + " (s.household_id, s.product, s.amount, s.rate_ppm, s.disbursed_on)",
                        List.of(),
                        "join loan l on l.bank = s.bank and l.contract_number = s.contract_number"),
                new Check(
                        AMOUNT.pointer(),
                        "loan-above-limit",
                        "running.fen > s.most_fen",
                        List.of(
                                "round(s.amount / 100.0, 2)::text",
                                "round((running.fen - s.amount) / 100.0, 2)::text",
                                "round(s.most_fen / 100.0, 2)::text"),
                        RUNNING));
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        Merged merged;
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            merge.setObject(1, now);
            lines.bind(merge, lines.bind(merge, 2));
            try (ResultSet row = merge.executeQuery()) {
                row.next();
                merged = new Merged(row.getLong(1), 0, row.getLong(2) - row.getLong(1));
            }
        }
        try (PreparedStatement plan = connection.prepareStatement(PLAN);
                PreparedStatement sign = connection.prepareStatement(SIGN)) {
            lines.bind(plan, 1);
            plan.executeUpdate();
            sign.setString(1, caller.get().subject());
            sign.setString(2, caller.get().name());
            sign.setObject(3, now);
            lines.bind(sign, 4);
            sign.executeUpdate();
        }
        return merged;
    }

    @Override
    public List<String> fills() {
        return List.of("loan", "loan_instalment", "loan_step");
    }
}
