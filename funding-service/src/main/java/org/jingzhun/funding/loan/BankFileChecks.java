package org.jingzhun.funding.loan;

import java.util.List;
import org.jingzhun.chassis.bulk.Check;

/** What the rows of a bank's file are held against: the register, who is monitored, and the loans there are. */
final class BankFileChecks {

    private static final String HOUSEHOLD = "/householdId";

    /** Whoever is on the register, or only monitored (监测对象): h has no row then, and m a village. */
    static final String BORROWER = """
            left join observed_household h on h.id = s.household_id
            left join lateral (select min(o.village_code) as village_code from observed_monitoring o
                               where o.household_id = s.household_id and o.closed_on is null) m on true
            """;

    /**
     * What has run of the product, with the rows of this file before it: of the household what it owes, of a student what it
     * had for the school year.
     */
    private static final String RUNNING = """
            join (select f.import_id, f.line,
                         sum(f.amount) over (partition by f.import_id, f.product, coalesce(f.person_id, f.household_id),
                                             f.school_year order by f.line)
                         + case when f.person_id is null then
                             coalesce((select sum(l.amount_fen - l.paid_principal_fen) from loan l
                                       where l.household_id = f.household_id and l.product = f.product and l.stage = 'ACTIVE'
                                         and l.id not in (select g.id from staged_loan g where g.import_id = f.import_id
                                                          and g.household_id = f.household_id)), 0)
                           else
                             coalesce((select sum(l.amount_fen) from loan l
                                       where l.household_id = f.household_id and l.person_id = f.person_id
                                         and l.product = f.product and l.school_year = f.school_year
                                         and l.stage not in ('REFUSED', 'WITHDRAWN')
                                         and l.id not in (select g.id from staged_loan g where g.import_id = f.import_id
                                                          and g.household_id = f.household_id)), 0) end as fen
                  from staged_loan f) running on running.import_id = s.import_id and running.line = s.line
            """;

    private BankFileChecks() {}

    static List<Check> list(String staging) {
        return List.of(
                Check.unrepeated("/contractNumber", staging, "bank", "contract_number"),
                new Check(
                        HOUSEHOLD, "household-unknown", "h.id is null and m.village_code is null", List.of(), BORROWER),
                new Check(
                        HOUSEHOLD,
                        "household-not-eligible",
                        "coalesce(h.status, m.village_code::text) is not null"
                                + " and not (coalesce(h.status = any (s.borrowers), false)"
                                + " or (m.village_code is not null and 'MONITORED' = any (s.borrowers)))",
                        List.of("coalesce(h.status, 'MONITORED')", "array_to_string(s.borrowers, ', ')"),
                        BORROWER),
                new Check(
                        "/contractNumber",
                        "loan-recorded-otherwise",
                        "(l.household_id, l.person_id, l.product, l.amount_fen, l.rate_ppm, l.disbursed_on) is distinct from"
                                + " (s.household_id, s.person_id, s.product, s.amount, s.rate_ppm, s.disbursed_on)",
                        List.of(),
                        "join loan l on l.bank = s.bank and l.contract_number = s.contract_number"),
                new Check(
                        "/amount",
                        "loan-above-limit",
                        "running.fen > s.most_fen",
                        List.of(
                                "round(s.amount / 100.0, 2)::text",
                                "round((running.fen - s.amount) / 100.0, 2)::text",
                                "round(s.most_fen / 100.0, 2)::text"),
                        RUNNING));
    }
}
