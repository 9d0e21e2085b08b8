package org.jingzhun.identification.exit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** The yearly re-checks of all who exited before; who fell back or was rolled back is not asked. */
@ApplicationScoped
public class Rechecks {

    private static final String LIST = """
            select * from (
              select x.id, x.household_id, x.place_code, x.year, x.standard, judged.failing, judged.failing_reference,
                     judged.missing,
                     case when judged.failing is not null then 'FAILED'
                          when judged.checked = 0 then 'NOT_CHECKED'
                          when judged.missing is not null then 'INCOMPLETE' else 'MET' end as outcome
              from exit_case x
              cross join lateral (
                select array_agg(k.code order by k.number) filter (where not f.met and k.weight = 'DECISIVE') as failing,
                       array_agg(k.code order by k.number) filter (where not f.met and k.weight = 'REFERENCE')
                         as failing_reference,
                       array_agg(k.code order by k.number) filter (where f.exit_id is null and k.measured_by <> 'EVALUATION')
                         as missing,
                       count(f.exit_id) as checked
                from exit_criterion k
                left join exit_finding f on f.exit_id = x.id and f.year = :year and f.criterion = k.code
                where k.standard = x.standard) judged
              where x.subject = :subject and x.stage = 'EXITED' and x.year < :year
                and x.place_code between :from and :to
                and (x.household_id is null
                     or exists (select from register_entry e
                                where e.household_id = x.household_id and e.status = 'EXITED')
                        and not exists (select from exit_case y
                                        where y.household_id = x.household_id and y.stage = 'EXITED'
                                          and (y.year, y.id) > (x.year, x.id)))
                {behind}) rechecks
            {outcome}
            order by place_code, id limit :limit
            """;

    private final Session database;

    Rechecks(Session database) {
        this.database = database;
    }

    /** @param outcome null for all */
    public record Filter(Subject subject, int year, Area division, Recheck.@Nullable Outcome outcome) {}

    /** By place and exit. */
    public Slice<Recheck> list(Filter filter, @Nullable Cursor after, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("subject", filter.subject().name());
        values.put("year", filter.year());
        values.put("from", filter.division().from());
        values.put("to", filter.division().to());
        values.put("limit", limit + 1);
        String query = LIST;
        if (after != null) {
            values.put("place", after.number(0));
            values.put("id", after.id(1));
        }
        if (filter.outcome() != null) {
            values.put("outcome", filter.outcome().name());
        }
        query = query.replace("{behind}", after == null ? "" : "and (x.place_code, x.id) > (:place, :id)")
                .replace("{outcome}", filter.outcome() == null ? "" : "where outcome = :outcome");
        NativeQuery<Tuple> asked = database.createNativeQuery(query, Tuple.class);
        values.forEach(asked::setParameter);
        List<Recheck> rows = asked.getResultList().stream()
                .map(row -> recheck(row, filter.year()))
                .toList();
        return Slice.of(rows, limit, last -> Cursor.of(DivisionCode.parse(last.place()), last.exitId()));
    }

    private static Recheck recheck(Tuple row, int year) {
        return new Recheck(
                row.get("id", UUID.class),
                row.get("household_id", UUID.class),
                DivisionCode.text(row.get("place_code", Long.class)),
                row.get("year", Integer.class),
                row.get("standard", String.class),
                year,
                Recheck.Outcome.valueOf(row.get("outcome", String.class)),
                texts(row, "failing"),
                texts(row, "failing_reference"),
                texts(row, "missing"));
    }

    private static List<String> texts(Tuple row, String column) {
        String[] texts = row.get(column, String[].class);
        return texts == null ? List.of() : List.of(texts);
    }
}
