package org.jingzhun.funding.disbursement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.benefit.BenefitRule;
import org.jingzhun.funding.benefit.BenefitRules;
import org.jingzhun.funding.catalogue.Catalogue;
import org.jingzhun.funding.catalogue.Catalogues;

/**
 * Holds payments against the negative list and the rules of who may receive, by whole disbursements: what is refused falls
 * out and says why, all else stays.
 */
@ApplicationScoped
class Checking {

    private static final String NEGATIVE_LIST = "NEGATIVE_LIST";

    private static final String REFUSE_LISTED = """
            update payable set refusal = 'NEGATIVE_LIST', refused_item = ?, stands = false
            where disbursement_id = ? and refusal is null and basis = ?
            """;

    /**
     * Asked row by row by keys: of rows that were put into the disbursement a moment ago the planner knows nothing, and would
     * look at all of them for each.
     */
    private static final String JUDGED =
            "(select " + Eligibility.refusal("payable") + " from (select 1) one " + Eligibility.joins("payable") + ")";

    private static final String REFUSE_INELIGIBLE = """
            update payable set refusal = %s, stands = false
            from (select ?::boolean as monitored, ?::text as after_exit, ?::integer as after_exit_months) r
            where payable.disbursement_id = ? and payable.refusal is null and %s is not null
            """.formatted(JUDGED, JUDGED);
    private static final String INELIGIBLE_RETRIES = """
            select q.id
            from (select t.id, t.household_id, t.person_id, p.period_from, p.benefit, p.county, p.year
                  from payment t join payable p on p.id = t.payable_id
                  where t.batch_id = ? and t.stage = 'TO_RETRY' and t.household_id is not null) q
            join lateral %s r on true
            %s
            where %s is not null
            """.formatted(
            BenefitRules.inForce("q.benefit", "q.county", "q.year"), Eligibility.joins("q"), Eligibility.refusal("q"));

    private final Database database;
    private final Catalogues catalogues;
    private final BenefitRules rules;

    Checking(Database database, Catalogues catalogues, BenefitRules rules) {
        this.database = database;
        this.catalogues = catalogues;
        this.rules = rules;
    }

    /**
     * Notes on the disbursement by which versions it was checked.
     *
     * @throws DisbursementRefusal.NoNegativeList if there is none in force
     * @throws DisbursementRefusal.UnknownBenefit if the benefit has no rule any more
     */
    void check(Disbursement disbursement) {
        var list = negativeList(disbursement.county(), disbursement.year());
        refuseListed(disbursement, list);
        if (disbursement.kind() != DisbursementKind.HOUSEHOLDS) {
            disbursement.checkedBy(null, list.label());
            return;
        }
        var rule = rule(disbursement.benefit(), disbursement.county(), disbursement.year());
        database.execute(
                REFUSE_INELIGIBLE,
                rule.monitored(),
                rule.afterExit().name(),
                rule.afterExitMonths(),
                disbursement.id());
        disbursement.checkedBy(rule.label(), list.label());
    }

    /** Purposes repeat, so each is read once. */
    private void refuseListed(Disbursement disbursement, Catalogue list) {
        var purposes = database.list(
                "select distinct basis from payable where disbursement_id = ? and refusal is null",
                row -> row.getString("basis"),
                disbursement.id());
        for (var purpose : purposes) {
            find(list, purpose)
                    .ifPresent(item -> database.execute(REFUSE_LISTED, item.code(), disbursement.id(), purpose));
        }
    }

    private static Optional<Catalogue.Item> find(Catalogue list, String purpose) {
        return list.items().stream()
                .filter(item -> item.keywords().stream().anyMatch(purpose::contains))
                .findFirst();
    }

    /** @throws DisbursementRefusal.OnNegativeList if a purpose is on the list of its year */
    void requireAllowed(String purpose, long county, int year) {
        var list = negativeList(county, year);
        find(list, purpose).ifPresent(item -> {
            throw new DisbursementRefusal.OnNegativeList(item.code(), list.label());
        });
    }

    BenefitRule rule(String benefit, long county, int year) {
        return rules.find(benefit, county, year)
                .orElseThrow(() -> new DisbursementRefusal.UnknownBenefit(benefit, year));
    }

    private Catalogue negativeList(long county, int year) {
        return catalogues
                .find(NEGATIVE_LIST, county, LocalDate.of(year, 12, 31))
                .orElseThrow(() -> new DisbursementRefusal.NoNegativeList(year));
    }

    /** Payments of a batch that wait for another try but may not go: somebody has died or left since. */
    List<UUID> listIneligible(UUID batch) {
        return database.list(INELIGIBLE_RETRIES, row -> row.getObject("id", UUID.class), batch);
    }
}
