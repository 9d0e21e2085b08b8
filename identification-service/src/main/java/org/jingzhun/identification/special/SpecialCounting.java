package org.jingzhun.identification.special;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.identification.special.facts.SchoolLevel;
import org.jingzhun.identification.special.facts.Student;
import org.jingzhun.identification.statistics.Headcount;
import org.jingzhun.identification.statistics.Question;
import org.jspecify.annotations.Nullable;

/** Counts households and persons of the special registers by place, set-based. */
@ApplicationScoped
public class SpecialCounting {

    /** Of a relocation all members of the household count. */
    private static final String COUNT = """
            select {place} as place, r.register, r.stage, r.kind, grouping(r.stage) = 1 as whole,
                   count(distinct r.household_id) as households,
                   coalesce(sum(case when r.register = 'RELOCATION' then h.persons else 1 end), 0) as persons
            from special_record r join household h on h.id = r.household_id
            where r.village_code between :from and :to
              and (r.register = 'RELOCATION' or r.member_id is not null) and r.stage not in ('ENDED', 'REJECTED')
            group by grouping sets ((1, r.register), (1, r.register, r.stage, r.kind))
            order by 1, 2, 5 desc, 3, 4
            """;

    /** Who attended in a school year, and where they stood at its end. Who died or was recorded by mistake is left out. */
    private static final String RETENTION = """
            select {place} as place, last.level, count(distinct last.household_id) as households, count(*) as persons,
                   count(distinct last.household_id) filter (where last.stage <> 'DROPPED_OUT') as retained_households,
                   count(*) filter (where last.stage <> 'DROPPED_OUT') as retained_persons
            from (select distinct s.record_id from special_step s
                  where s.school_year = :year and s.village_code between :from and :to) attended
            cross join lateral (
              select s.stage, s.facts ->> 'level' as level, r.household_id, r.village_code
              from special_step s join special_record r on r.id = s.record_id
              where s.record_id = attended.record_id and s."on" <= :end
              order by s.seq desc limit 1) last
            where last.stage <> 'ENDED'
            group by 1, 2 order by 1, 2
            """;

    /** Households of the register and what their members hold on a day. */
    private static final String COVERAGE = """
            select {place} as place, e.status, count(*) as households, sum(e.persons) as persons,
                   count(held.household_id) as covered_households, coalesce(sum(held.holders), 0) as holders
            from register_entry e
            left join (
              select r.household_id, count(distinct r.member_id) as holders from special_record r
              where r.register = 'CERTIFICATE' and r.stage = 'VALID' and r.village_code between :from and :to
                and r.member_id is not null and r.since <= :day
                and coalesce(cast(r.facts ->> 'validTo' as date), :day) >= :day
              group by r.household_id) held using (household_id)
            where e.status in ('POOR', 'RETURNED', 'EXITED') and e.village_code between :from and :to
            group by 1, 2 order by 1, 2
            """;

    private final Session database;

    SpecialCounting(Session database) {
        this.database = database;
    }

    /**
     * Records of a place.
     *
     * @param stage null for the whole register; a household may be counted at several stages
     * @param kind code of the level, kind or settlement; null for the whole, and of encrypted registers
     */
    public record Count(
            long place,
            SpecialRegister register,
            @Nullable Stage stage,
            @Nullable String kind,
            Headcount count) {}

    /** @param enrolled the denominator, retained the numerator */
    public record Retention(long place, SchoolLevel level, Headcount enrolled, Headcount retained) {}

    /**
     * @param status as in the register
     * @param all the denominator
     * @param covered households with one holder or more, and the holders
     */
    public record Coverage(long place, String status, Headcount all, Headcount covered) {}

    /** Open and finished records; neither ended nor rejected ones, nor those of people who are members nowhere. */
    public List<Count> counts(Question question) {
        return ask(COUNT, question, Map.of()).stream()
                .map(row -> new Count(
                        row.get("place", Long.class),
                        SpecialRegister.valueOf(row.get("register", String.class)),
                        row.get("whole", Boolean.class) ? null : Stage.valueOf(row.get("stage", String.class)),
                        row.get("kind", String.class),
                        headcount(row, "households", "persons")))
                .toList();
    }

    /** @param question its year is the school year */
    public List<Retention> retention(Question question) {
        LocalDate end = Student.firstDay(question.year() + 1).minusDays(1);
        return ask(RETENTION, question, Map.of("year", question.year(), "end", end)).stream()
                .map(row -> new Retention(
                        row.get("place", Long.class),
                        SchoolLevel.valueOf(row.get("level", String.class)),
                        headcount(row, "households", "persons"),
                        headcount(row, "retained_households", "retained_persons")))
                .toList();
    }

    public List<Coverage> coverage(Question question) {
        return ask(COVERAGE, question, Map.of("day", question.asOf())).stream()
                .map(row -> new Coverage(
                        row.get("place", Long.class),
                        row.get("status", String.class),
                        headcount(row, "households", "persons"),
                        headcount(row, "covered_households", "holders")))
                .toList();
    }

    private List<Tuple> ask(String sql, Question question, Map<String, Object> values) {
        String column = sql.equals(RETENTION)
                ? "last.village_code"
                : sql.equals(COVERAGE) ? "e.village_code" : "r.village_code";
        NativeQuery<Tuple> query = database.createNativeQuery(
                        sql.replace("{place}", question.place(column)), Tuple.class)
                .setParameter("from", question.division().from())
                .setParameter("to", question.division().to());
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    private static Headcount headcount(Tuple row, String households, String persons) {
        return new Headcount(
                row.get(households, Number.class).longValue(),
                row.get(persons, Number.class).longValue());
    }
}
