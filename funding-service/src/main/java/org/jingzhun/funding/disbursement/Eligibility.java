package org.jingzhun.funding.disbursement;

/**
 * Who may receive (发放资格), as SQL: the same expression judges the rows of a claim's file and those of a disbursement, as
 * many as there are. {row} is the alias of a row with household_id, person_id and period_from; {@code r} the rule of the
 * benefit with monitored, after_exit and after_exit_months.
 */
final class Eligibility {

    /** Joins what identification told, one row at most each. */
    static final String JOINS = """
            left join observed_household h on h.id = {row}.household_id
            left join observed_exit x on x.household_id = {row}.household_id
            left join observed_departure d on d.person_id = {row}.person_id
            """;

    /** The code of {@link Refusal}, null for whoever may receive. The dead come first: nothing outweighs that. */
    static final String REFUSAL = """
            case
              when d.reason = 'DEATH' then 'PERSON_DEAD'
              when d.household_id = {row}.household_id then 'PERSON_LEFT'
              when h.persons = 0 then 'NOBODY_LEFT'
              when h.status in ('POOR', 'RETURNED') then null
              when r.monitored and exists (select from observed_monitoring m
                where m.household_id = {row}.household_id
                  and (m.closed_on is null or m.closed_on >= {row}.period_from)) then null
              when h.id is null then 'HOUSEHOLD_UNKNOWN'
              when h.status = 'REMOVED' then 'HOUSEHOLD_REMOVED'
              when h.status = 'EXITED' and r.after_exit = 'CONTINUES' then null
              when h.status = 'EXITED' and r.after_exit = 'MONTHS'
                and {row}.period_from < x.exited_on + make_interval(months => r.after_exit_months) then null
              else 'HOUSEHOLD_EXITED'
            end""";

    private Eligibility() {}

    static String joins(String row) {
        return JOINS.replace("{row}", row);
    }

    static String refusal(String row) {
        return REFUSAL.replace("{row}", row);
    }
}
