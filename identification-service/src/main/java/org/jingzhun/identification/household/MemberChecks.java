package org.jingzhun.identification.household;

import java.util.List;
import org.jingzhun.chassis.bulk.Check;

/** What of imported members only the database can tell. */
final class MemberChecks {

    private static final String STAGING = "staged_member";

    private static Check generations(ContradictionRules rules) {
        return new Check("/relation", "generations-contradict", """
                        case when g.is_elder
                          then s.birth_date + make_interval(years => g.years) > coalesce(h.birth_date, k.birth_date)
                          else s.birth_date < coalesce(h.birth_date, k.birth_date) + make_interval(years => g.years)
                        end""", List.of(), """
                        join (values %s) g (relation, is_elder, years) on g.relation = s.relation
                        left join staged_member h on h.import_id = s.import_id and h.household_id = s.household_id
                                                 and h.relation = 'HEAD'
                        left join member k on k.household_id = s.household_id and k.relation = 'HEAD'""".formatted(rules.generationRows()));
    }

    static List<Check> all(ContradictionRules rules) {
        return List.of(
                Check.unrepeated("/id", STAGING, "id"),
                Check.unrepeated("/idNumber", STAGING, "id_hash"),
                new Check(
                        "/householdId",
                        "unknown-household",
                        "not exists (select from household h where h.id = s.household_id)",
                        List.of("s.household_id::text")),
                Check.that(
                        "/householdId",
                        "member-elsewhere",
                        "exists (select from member m where m.id = s.id and m.household_id <> s.household_id)"),
                Check.that(
                        "/idNumber",
                        "duplicate-person",
                        "exists (select from member m where m.id_hash = s.id_hash and m.id <> s.id)"),
                alone("HEAD", "two-heads"),
                alone("SPOUSE", "two-spouses"),
                generations(rules));
    }

    /** What no constraint of the table and no join of the merge refuses. */
    static List<Check> ofFresh(ContradictionRules rules) {
        return List.of(
                Check.that("/relation", "two-spouses", """
                    s.relation = 'SPOUSE' and s.household_id in (select o.household_id from staged_member o
                      where o.relation = 'SPOUSE' group by o.import_id, o.household_id having count(*) > 1)"""),
                Check.that("/relation", "two-spouses", """
                    s.relation = 'SPOUSE' and exists (select from member m
                      where m.household_id = s.household_id and m.relation = 'SPOUSE')"""),
                generations(rules));
    }

    private MemberChecks() {}

    /**
     * A household has one member of such a relation: in the file, and in what is stored, unless the file itself says that
     * the stored one is something else now.
     */
    private static Check alone(String relation, String code) {
        return new Check("/relation", code, """
                s.relation = '%1$s' and (m.id is not null and o.id is null or (s.import_id, s.line) in (
                  select import_id, line from (
                    select import_id, line,
                           row_number() over (partition by import_id, household_id order by line) as nth
                    from staged_member where relation = '%1$s') alike
                  where nth > 1))""".formatted(relation), List.of(), """
                left join member m on m.household_id = s.household_id and m.relation = '%1$s' and m.id <> s.id
                                  and s.relation = '%1$s'
                left join staged_member o on o.import_id = s.import_id and o.id = m.id""".formatted(relation));
    }
}
