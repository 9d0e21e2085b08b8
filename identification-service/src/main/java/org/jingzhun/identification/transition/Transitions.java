package org.jingzhun.identification.transition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Conditions;
import org.jingzhun.identification.campaign.Minutes;
import org.jspecify.annotations.Nullable;

/** The transitions of the caller's area. */
@ApplicationScoped
public class Transitions {

    private static final String READ = """
            select t.id, t.household_id, t.village_code, t.kind, t.stage, t.year, t.reason, t.evidence, t.campaign_id,
                   t.notice_since, t.notice_days, t.document_number, t.applied_on, t.revision,
                   e.status as register_status, t.proposed_by = :me as proposed_before,
                   (select array_agg(distinct s.gate) from transition_step s
                    where s.case_id = t.id and s.taken_by = :me) as taken_before,
                   exists (select from exit_case x join exit_step s on s.exit_id = x.id
                           where x.household_id = t.household_id and s.step = 'APPROVAL' and s.taken_by = :me
                             and x.id = (select y.id from exit_case y
                                         where y.household_id = t.household_id and y.stage = 'EXITED'
                                         order by y.year desc, y.id desc limit 1)) as approved_the_exit
            from transition_case t
            join register_entry e on e.household_id = t.household_id
            where\s""";
    private static final String STEPS = """
            select gate, taken_name, taken_at, remark, signers, present, entitled, votes, document_number,
                   quorum_policy, majority_policy
            from transition_step where case_id = ?1 order by seq
            """;

    private final Session database;

    Transitions(Session database) {
        this.database = database;
    }

    /** What to look for; null where it does not matter. */
    public record Filter(
            @Nullable Area division,
            @Nullable UUID household,
            @Nullable Kind kind,
            @Nullable Stage stage) {}

    /** The transitions by village and id. */
    public Slice<TransitionCase> list(Filter filter, String me, @Nullable Cursor after, int limit) {
        Conditions where = new Conditions()
                .within("t.village_code", filter.division())
                .equal("t.household_id", filter.household())
                .equal("t.kind", filter.kind())
                .equal("t.stage", filter.stage())
                .behind("t.village_code, t.id", after);
        List<TransitionCase> rows =
                read(where + " order by t.village_code, t.id limit " + (limit + 1), where.values(), me);
        return Slice.of(rows, limit, last -> Cursor.of(last.villageCode(), last.id()));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public TransitionCase get(UUID household, UUID id, String me) {
        return get(household, id, me, "");
    }

    /** The same, holding off everybody else who wants to change it. */
    TransitionCase getLocked(UUID household, UUID id, String me) {
        return get(household, id, me, " for update of t");
    }

    private TransitionCase get(UUID household, UUID id, String me, String lock) {
        return read("t.household_id = :household and t.id = :id" + lock, Map.of("household", household, "id", id), me)
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** The gates that were opened, in order. */
    public List<GateOpened> listSteps(UUID id) {
        return database.createNativeQuery(STEPS, Tuple.class).setParameter(1, id).getResultList().stream()
                .map(Transitions::opened)
                .toList();
    }

    private List<TransitionCase> read(String where, Map<String, Object> values, String me) {
        NativeQuery<Tuple> query =
                database.createNativeQuery(READ + where, Tuple.class).setParameter("me", me);
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(Transitions::transition).toList();
    }

    private static TransitionCase transition(Tuple row) {
        String[] taken = row.get("taken_before", String[].class);
        Set<Gate> before = taken == null
                ? java.util.EnumSet.noneOf(Gate.class)
                : java.util.Arrays.stream(taken).map(Gate::valueOf).collect(Collectors.toSet());
        if (row.get("proposed_before", Boolean.class)) {
            before.add(Gate.PROPOSAL);
        }
        return new TransitionCase(
                row.get("id", UUID.class),
                row.get("household_id", UUID.class),
                row.get("village_code", Long.class),
                Kind.valueOf(row.get("kind", String.class)),
                Stage.valueOf(row.get("stage", String.class)),
                row.get("year", Integer.class),
                row.get("reason", String.class),
                List.of(row.get("evidence", String[].class)),
                row.get("campaign_id", UUID.class),
                row.get("notice_since", LocalDate.class),
                row.get("notice_days", Integer.class),
                row.get("document_number", String.class),
                row.get("applied_on", LocalDate.class),
                row.get("revision", Long.class),
                row.get("register_status", String.class),
                before,
                row.get("approved_the_exit", Boolean.class));
    }

    private static GateOpened opened(Tuple row) {
        Integer present = row.get("present", Integer.class);
        return new GateOpened(
                Gate.valueOf(row.get("gate", String.class)),
                row.get("taken_name", String.class),
                row.get("taken_at", Instant.class),
                row.get("remark", String.class),
                List.of(row.get("signers", String[].class)),
                present == null
                        ? null
                        : new Minutes(present, row.get("entitled", Integer.class), row.get("votes", Integer.class)),
                row.get("document_number", String.class),
                row.get("quorum_policy", Long.class),
                row.get("majority_policy", Long.class));
    }
}
