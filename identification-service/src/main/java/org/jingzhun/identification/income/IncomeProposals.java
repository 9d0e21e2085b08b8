package org.jingzhun.identification.income;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Conditions;
import org.jingzhun.identification.income.computing.Line;
import org.jspecify.annotations.Nullable;

/** What households of the caller's area told their helpers of their incomes. */
@ApplicationScoped
public class IncomeProposals {

    private static final String READ = """
            select p.id, p.household_id, p.village_code, p.helper_name, p.visited_on, p.told_since, p.items, p.amounts,
                   p.state, p.reason, p.income_id, p.decided_name, p.decided_at
            from income_proposal p where\s""";

    private final Session database;

    IncomeProposals(Session database) {
        this.database = database;
    }

    /** What to look for; null where it does not matter. */
    public record Filter(@Nullable Area division, @Nullable UUID household, IncomeProposal.@Nullable State state) {}

    /** By village and id. */
    public Slice<IncomeProposal> list(Filter filter, @Nullable Cursor after, int limit) {
        Conditions where = new Conditions()
                .within("p.village_code", filter.division())
                .equal("p.household_id", filter.household())
                .equal("p.state", filter.state())
                .behind("p.village_code, p.id", after);
        List<IncomeProposal> rows = read(where + " order by p.village_code, p.id limit " + (limit + 1), where.values());
        return Slice.of(rows, limit, last -> Cursor.of(last.villageCode(), last.id()));
    }

    /** Those of a household that nobody has decided, the oldest first. */
    public List<IncomeProposal> listOpen(UUID household) {
        return read(
                "p.household_id = :household and p.state = 'PROPOSED' order by p.visited_on, p.id",
                Map.of("household", household));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public IncomeProposal get(UUID id) {
        return one("p.id = :id", id);
    }

    /** The same, holding off everybody else who wants to decide it. */
    IncomeProposal getLocked(UUID id) {
        return one("p.id = :id for update", id);
    }

    private IncomeProposal one(String where, UUID id) {
        return read(where, Map.of("id", id)).stream().findFirst().orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
    }

    private List<IncomeProposal> read(String where, Map<String, Object> values) {
        NativeQuery<Tuple> query = database.createNativeQuery(READ + where, Tuple.class);
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(IncomeProposals::proposal).toList();
    }

    private static IncomeProposal proposal(Tuple row) {
        String[] items = row.get("items", String[].class);
        Long[] amounts = row.get("amounts", Long[].class);
        return new IncomeProposal(
                row.get("id", UUID.class),
                row.get("household_id", UUID.class),
                row.get("village_code", Long.class),
                row.get("helper_name", String.class),
                row.get("visited_on", LocalDate.class),
                row.get("told_since", LocalDate.class),
                IntStream.range(0, items.length)
                        .mapToObj(place -> new Line(items[place], amounts[place]))
                        .toList(),
                IncomeProposal.State.valueOf(row.get("state", String.class)),
                row.get("reason", String.class),
                row.get("income_id", UUID.class),
                row.get("decided_name", String.class),
                row.get("decided_at", Instant.class));
    }
}
