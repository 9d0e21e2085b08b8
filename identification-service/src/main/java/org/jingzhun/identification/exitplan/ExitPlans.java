package org.jingzhun.identification.exitplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Conditions;
import org.jspecify.annotations.Nullable;

/** The exit plans of the caller's area. */
@ApplicationScoped
public class ExitPlans {

    /** What is on the plan {p}. */
    static final String CONTENT = """
            (select count(*) filter (where x.subject = 'HOUSEHOLD') as households,
                    coalesce(sum(h.persons), 0) as persons,
                    count(*) filter (where x.subject = 'VILLAGE') > 0 as village_itself
             from exit_case x left join household h on h.id = x.household_id
             where x.place_code = {p}.village_code and x.year = {p}.year and x.stage <> 'WITHDRAWN')""";

    private static final String PLAN = """
            select p.village_code, p.year, p.stage, c.households, c.persons, c.village_itself
            from exit_plan p cross join lateral {content} c where\s""".replace("{content}", CONTENT.replace("{p}", "p"));

    private static final String STEPS = """
            select step, households, persons, taken_name, taken_at, remark, signers, document_number
            from exit_plan_step where village_code = ?1 and year = ?2 order by seq
            """;

    private final Session database;

    ExitPlans(Session database) {
        this.database = database;
    }

    /** What to look for; null where it does not matter. */
    public record Filter(
            @Nullable Area division,
            @Nullable Integer year,
            @Nullable PlanStage stage) {}

    /** By village and year, without their steps. */
    public Slice<ExitPlan> list(Filter filter, @Nullable Cursor after, int limit) {
        Conditions where = new Conditions()
                .within("p.village_code", filter.division())
                .equal("p.year", filter.year())
                .equal("p.stage", filter.stage())
                .behind("p.village_code, p.year", after, last -> List.of(last.number(0), last.number(1)));
        NativeQuery<Tuple> query = database.createNativeQuery(
                PLAN + where + " order by p.village_code, p.year limit " + (limit + 1), Tuple.class);
        where.values().forEach(query::setParameter);
        List<ExitPlan> rows =
                query.getResultList().stream().map(row -> plan(row, List.of())).toList();
        return Slice.of(rows, limit, last -> Cursor.of(last.village(), last.year()));
    }

    /** With its steps. */
    public Optional<ExitPlan> find(long village, int year) {
        return database.createNativeQuery(PLAN + "p.village_code = :village and p.year = :year", Tuple.class)
                .setParameter("village", village)
                .setParameter("year", year)
                .getResultStream()
                .findFirst()
                .map(row -> plan(row, listSteps(village, year)));
    }

    private List<ExitPlan.Taken> listSteps(long village, int year) {
        return database
                .createNativeQuery(STEPS, Tuple.class)
                .setParameter(1, village)
                .setParameter(2, year)
                .getResultList()
                .stream()
                .map(row -> new ExitPlan.Taken(
                        PlanStep.valueOf(row.get("step", String.class)),
                        row.get("households", Integer.class),
                        row.get("persons", Integer.class),
                        row.get("taken_name", String.class),
                        row.get("taken_at", Instant.class),
                        row.get("remark", String.class),
                        Arrays.asList(row.get("signers", String[].class)),
                        row.get("document_number", String.class)))
                .toList();
    }

    private static ExitPlan plan(Tuple row, List<ExitPlan.Taken> steps) {
        return new ExitPlan(
                row.get("village_code", Long.class),
                row.get("year", Integer.class),
                PlanStage.valueOf(row.get("stage", String.class)),
                row.get("households", Number.class).intValue(),
                row.get("persons", Number.class).intValue(),
                row.get("village_itself", Boolean.class),
                steps);
    }
}
