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
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.schedule.Planning;
import org.jingzhun.funding.loan.schedule.Terms;

/**
 * Import of loans that a bank has paid out (银行月报): they are running when they are told, so no step of the procedure is
 * made up for them; they are subsidised once a check found their use proper. Principal falls due as the product says.
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

    private static final Field<UUID> PERSON = Field.uuid("personId").optional();
    private static final Field<Integer> SCHOOL_YEAR =
            Field.integer("schoolYear", 2000, 2100).optional();
    private static final Field<LocalDate> SCHOOL_ENDS_ON =
            Field.date("schoolEndsOn").optional();

    private static final String MERGE = """
            with merged as (
              insert into loan (id, county, village, household_id, person_id, product, product_version, amount_fen, months,
                loan_use, purpose, applied_on, school_year, school_ends_on, stage, origin, bank, contract_number, rate_ppm,
                subsidy_ppm, penalty_ppm, day_count, interest_every, repaid, security, disbursed_on, matures_on, grace_to,
                subsidised_to, created_at, version)
              select s.id, v.village / 1000000 * 1000000, v.village, s.household_id, s.person_id, s.product, s.product_version,
                     s.amount, s.months, s.loan_use, '', s.disbursed_on, s.school_year, s.school_ends_on, 'ACTIVE', 'BANK_FILE',
                     s.bank, s.contract_number, s.rate_ppm, s.subsidy_ppm, s.penalty_ppm, s.day_count, s.interest_every,
                     s.repaid, 'NONE', s.disbursed_on, s.matures_on, s.grace_to, s.subsidised_to, ?, 0
              from staged_loan s
            """ + BankFileChecks.BORROWER + """
              cross join lateral (select coalesce(h.village_code, m.village_code) as village) v
              where s.import_id = ? and s.line between ? and ?
              on conflict (id) do nothing returning id)
            select (select count(*) from merged),
                   (select count(*) from staged_loan s where s.import_id = ? and s.line between ? and ?)
            """;
    private static final String PLAN = """
            insert into loan_instalment (loan_id, due_on, principal_fen)
            select s.id, split_part(due, ' ', 1)::date, split_part(due, ' ', 2)::bigint
            from staged_loan s cross join unnest(s.plan) due
            where s.import_id = ? and s.line between ? and ?
              and not exists (select 1 from loan_instalment i where i.loan_id = s.id)
            """;
    private static final String SIGN = """
            insert into loan_step (loan_id, position, step, taken_by, name, role, remark, taken_at)
            select s.id, 0, 'DISBURSE', ?, ?, 'system', 'bank file', ? from staged_loan s
            where s.import_id = ? and s.line between ? and ?
              and not exists (select 1 from loan_step t where t.loan_id = s.id)
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
                .fields(
                        BANK,
                        CONTRACT,
                        HOUSEHOLD,
                        PRODUCT,
                        AMOUNT,
                        RATE,
                        DISBURSED_ON,
                        MATURES_ON,
                        USE,
                        PERSON,
                        SCHOOL_YEAR,
                        SCHOOL_ENDS_ON)
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
                .computed("repaid", CellType.TEXT, row -> product(judge, row)
                        .repaid()
                        .name())
                .computed(
                        "penalty_ppm",
                        CellType.INTEGER,
                        row -> LoanRules.share(ratePpm(row), product(judge, row).penaltyShare()))
                .computed("grace_to", CellType.DATE, row -> term(product(judge, row), row)
                        .graceTo())
                .computed("subsidised_to", CellType.DATE, row -> term(product(judge, row), row)
                        .subsidisedTo())
                .computed("plan", CellType.TEXTS, row -> plan(product(judge, row), row))
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

    private static Term term(LoanProduct product, Row row) {
        return Term.of(product, row.get(DISBURSED_ON), row.get(MATURES_ON), row.find(SCHOOL_ENDS_ON));
    }

    /** Day and fen of each part, with a blank between. */
    private static List<String> plan(LoanProduct product, Row row) {
        var term = term(product, row);
        var terms = new Terms(
                Money.ofFen(row.get(AMOUNT)),
                ratePpm(row),
                0,
                product.dayCount(),
                term.disbursedOn(),
                term.maturesOn(),
                product.interestEvery(),
                product.repaid(),
                term.graceTo());
        return Planning.plan(terms).stream()
                .map(due -> due.on() + " " + due.principal().fen())
                .toList();
    }

    private void check(BankFileRules judge, Row row, RowCheck.Verdict verdict) {
        boolean student = row.get(PRODUCT) == Product.STUDENT;
        if ((row.find(PERSON) != null) != student
                || (row.find(SCHOOL_YEAR) != null) != student
                || (row.find(SCHOOL_ENDS_ON) != null) != student) {
            verdict.reject(PRODUCT.pointer(), "student-fields", row.get(PRODUCT));
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
        return BankFileChecks.list(STAGING);
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
