package org.jingzhun.funding.disbursement;

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
import java.util.UUID;
import java.util.regex.Pattern;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.ImportSummary;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.funding.benefit.BenefitRules;

/**
 * Import of claims of benefits (补助申报): who is to receive what, for which period, why. A claim that passes is due; one
 * for somebody who may not receive is rejected with the reason.
 */
@ApplicationScoped
public class ClaimImport implements ImportKind {

    private static final String STAGING = "staged_benefit_claim";
    private static final String MAY_NOT_RECEIVE = "may-not-receive";
    private static final Field<UUID> ID = Field.uuid("id");
    private static final Field<UUID> HOUSEHOLD = Field.uuid("householdId");
    private static final Field<UUID> PERSON = Field.uuid("personId").optional();
    private static final Field<String> BENEFIT =
            Field.text("benefit", Pattern.compile("[A-Z][A-Z0-9_]{0,39}"), "RAIN_AND_DEW");
    private static final Field<LocalDate> FROM = Field.date("from").stagedAs("period_from");
    private static final Field<LocalDate> TO = Field.date("to").stagedAs("period_to");
    private static final Field<Long> AMOUNT = Field.money("amount").optional().stagedAs("amount_fen");
    private static final Field<UUID> SOURCE = Field.uuid("source").stagedAs("source_id");
    private static final Field<Account> ACCOUNT =
            Field.enumeration("account", Account.class).optional();
    private static final Field<Integer> YEAR = Field.integer("year", 1986, 2100);
    private static final Field<String> BASIS = Field.text("basis", Payable.LONGEST_BASIS);

    private static final String RULE =
            """
            left join lateral (
              select village_code from observed_household where id = s.household_id
              union all select village_code from observed_monitoring where household_id = s.household_id
              limit 1) k on true
            left join lateral %s r on true
            """.formatted(BenefitRules.inForce("s.benefit", "coalesce(k.village_code, 0)", "s.year"));

    /** Months that a period has begun. */
    private static final String PERIODS = """
            case r.period when 'MONTH'
              then (extract(year from age(s.period_to + 1, s.period_from)) * 12
                    + extract(month from age(s.period_to + 1, s.period_from))
                    + (extract(day from age(s.period_to + 1, s.period_from)) > 0)::integer)::bigint
              else 1 end""";

    private static final String OTHER_CLAIM = """
            exists (select from payable q
              where q.household_id = s.household_id and q.benefit = s.benefit and q.kind = 'BENEFIT' and q.stands
                and q.person_id is not distinct from s.person_id
                and q.period_from <= s.period_to and q.period_to >= s.period_from and q.id <> s.id)""";

    private static final String CLAIM_OF_THE_FILE = """
            exists (select from staged_benefit_claim o
              where o.import_id = s.import_id and o.household_id = s.household_id and o.benefit = s.benefit
                and o.person_id is not distinct from s.person_id
                and o.period_from <= s.period_to and o.period_to >= s.period_from and o.line < s.line)""";

    private static final String MERGE = """
            with merged as (
              insert into payable (id, kind, benefit, county, village_code, household_id, person_id, account_kind,
                account_division, source_id, year, amount_fen, basis, period_from, period_to, added_by, added_at)
              select s.id, 'BENEFIT', s.benefit, k.village_code / 1000000 * 1000000, k.village_code, s.household_id, s.person_id,
                coalesce(s.account, 'BUDGET'),
                case when s.account = 'VILLAGE' then k.village_code else k.village_code / 1000000 * 1000000 end,
                s.source_id, s.year, coalesce(s.amount_fen, r.amount_fen * %s), s.basis, s.period_from, s.period_to, ?, ?
              from staged_benefit_claim s %s
              where %s order by s.line
              on conflict (id) do nothing
              returning 1)
            select (select count(*) from merged), (select count(*) from staged_benefit_claim s where %s)
            """.formatted(PERIODS, RULE, Lines.CONDITION, Lines.CONDITION);

    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    ClaimImport(Audit audit, CurrentCaller caller, Clock clock) {
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Whose money pays; without one the county's budget. */
    enum Account {
        BUDGET,
        VILLAGE
    }

    @Override
    public String kind() {
        return "benefit-claims";
    }

    @Override
    public Set<String> roles() {
        return Set.of("finance-officer", "system");
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(ID, HOUSEHOLD, PERSON, BENEFIT, FROM, TO, AMOUNT, SOURCE, ACCOUNT, YEAR, BASIS)
                .ofYear(YEAR)
                .check((row, verdict) -> {
                    if (row.get(TO).isBefore(row.get(FROM))) {
                        verdict.reject(TO.pointer(), "ends-before-it-begins");
                    }
                    if (row.get(BASIS).isBlank()) {
                        verdict.reject(BASIS.pointer(), "blank-basis");
                    }
                })
                .build();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated(ID.pointer(), STAGING, "id"),
                Check.unrepeated(FROM.pointer(), STAGING, "household_id", "benefit", "person_id", "period_from"),
                new Check(
                        SOURCE.pointer(),
                        "unknown-source",
                        "not exists (select from source o where o.id = s.source_id)",
                        List.of("s.source_id::text")),
                Check.that(ID.pointer(), "id-taken", """
                        exists (select from payable q where q.id = s.id
                          and (q.household_id, q.person_id, q.benefit, q.period_from, q.period_to, q.source_id, q.year, q.basis)
                              is distinct from
                              (s.household_id, s.person_id, s.benefit, s.period_from, s.period_to, s.source_id, s.year,
                               s.basis))"""),
                new Check(
                        HOUSEHOLD.pointer(),
                        MAY_NOT_RECEIVE,
                        "k.village_code is null",
                        List.of("'" + Refusal.HOUSEHOLD_UNKNOWN + "'"),
                        RULE),
                new Check(
                        BENEFIT.pointer(),
                        "unknown-benefit",
                        "r.benefit is null",
                        List.of("s.benefit", "s.year::text"),
                        RULE),
                new Check(
                        PERSON.pointer(),
                        "person-missing",
                        "r.receiver = 'PERSON' and s.person_id is null",
                        List.of("s.benefit"),
                        RULE),
                new Check(
                        AMOUNT.pointer(),
                        "amount-missing",
                        "s.amount_fen is null and r.amount_fen is null or s.amount_fen = 0",
                        List.of("s.benefit"),
                        RULE),
                new Check(
                        AMOUNT.pointer(),
                        "above-benefit",
                        "s.amount_fen > r.amount_fen * " + PERIODS,
                        List.of("(r.amount_fen * " + PERIODS + " / 100.0)::numeric(20, 2)::text"),
                        RULE),
                Check.that(FROM.pointer(), "claimed-before", OTHER_CLAIM),
                Check.that(FROM.pointer(), "claimed-before", CLAIM_OF_THE_FILE),
                new Check(
                        HOUSEHOLD.pointer(),
                        MAY_NOT_RECEIVE,
                        Eligibility.refusal("s") + " is not null",
                        List.of(Eligibility.refusal("s")),
                        RULE + Eligibility.joins("s")));
    }

    @Override
    public List<String> fills() {
        return List.of("payable");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            merge.setString(1, caller.get().subject());
            merge.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            lines.bind(merge, lines.bind(merge, 3));
            try (ResultSet row = merge.executeQuery()) {
                row.next();
                long inserted = row.getLong(1);
                return new Merged(inserted, 0, row.getLong(2) - inserted);
            }
        }
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) {
        audit.record(AuditEntry.of("benefit-claims-imported", "import", all.importId())
                .with("inserted", summary.inserted())
                .with("rejected", summary.rejected()));
    }
}
