package org.jingzhun.identification.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.division.Level;
import org.jspecify.annotations.Nullable;

/** What is late, and whose turn it is (超期清单). */
@ApplicationScoped
public class Overdue {

    private static final String READ = """
            select c.id, c.household_id, c.village_code, h.householder, c.stage, c.class, c.due_step, c.due_on,
                   r.value, r.unit, r.source
            from monitoring_case c
            join household h on h.id = c.household_id
            left join monitoring_rule r on r.id = c.due_rule
            where c.due_on < :today""";

    private final Session database;
    private final Clock clock;

    Overdue(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Something that is late.
     *
     * @param dueOn last day
     * @param daysLate calendar days since
     * @param term the rule of the term; null where a measure names its own day
     */
    public record Late(
            UUID id,
            UUID householdId,
            long villageCode,
            String householder,
            Stage stage,
            @Nullable MonitoringClass monitoringClass,
            Step step,
            LocalDate dueOn,
            long daysLate,
            @Nullable Term term) {}

    /** @param value of the unit */
    public record Term(long value, RuleUnit unit, String source) {}

    /**
     * What to look for; null where it does not matter.
     *
     * @param office level whose officers take the step that is due
     */
    public record Filter(
            @Nullable Area division,
            @Nullable Step step,
            @Nullable Level office) {}

    /** By village and case. */
    public Slice<Late> list(Filter filter, @Nullable Cursor after, int limit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        StringBuilder query = new StringBuilder(READ);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("today", today);
        Area division = filter.division();
        if (division != null) {
            query.append(" and c.village_code between :from and :to");
            values.put("from", division.from());
            values.put("to", division.to());
        }
        query.append(" and c.due_step = any (cast(:steps as text[]))");
        values.put("steps", steps(filter));
        if (after != null) {
            query.append(" and (c.village_code, c.id) > (:village, :id)");
            values.put("village", after.number(0));
            values.put("id", after.id(1));
        }
        query.append(" order by c.village_code, c.id limit ").append(limit + 1);
        NativeQuery<Tuple> asked = database.createNativeQuery(query.toString(), Tuple.class);
        values.forEach(asked::setParameter);
        List<Late> rows =
                asked.getResultList().stream().map(row -> late(row, today)).toList();
        return Slice.of(rows, limit, last -> Cursor.of(last.villageCode(), last.id()));
    }

    private static String[] steps(Filter filter) {
        return Arrays.stream(Step.values())
                .filter(step -> filter.step() == null || step == filter.step())
                .filter(step -> filter.office() == null || step.takenBy().contains(filter.office()))
                .map(Enum::name)
                .toArray(String[]::new);
    }

    private static Late late(Tuple row, LocalDate today) {
        String monitoringClass = row.get("class", String.class);
        String unit = row.get("unit", String.class);
        LocalDate dueOn = row.get("due_on", LocalDate.class);
        return new Late(
                row.get("id", UUID.class),
                row.get("household_id", UUID.class),
                row.get("village_code", Long.class),
                row.get("householder", String.class),
                Stage.valueOf(row.get("stage", String.class)),
                monitoringClass == null ? null : MonitoringClass.valueOf(monitoringClass),
                Step.valueOf(row.get("due_step", String.class)),
                dueOn,
                ChronoUnit.DAYS.between(dueOn, today),
                unit == null
                        ? null
                        : new Term(
                                row.get("value", Long.class), RuleUnit.valueOf(unit), row.get("source", String.class)));
    }
}
