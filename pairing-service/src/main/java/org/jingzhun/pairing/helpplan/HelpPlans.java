package org.jingzhun.pairing.helpplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All help plans within the caller's area. */
@ApplicationScoped
public class HelpPlans {

    private static final String ADD = """
            insert into help_plan (id, kind, village_code, hamlet, household_id, first_year, final_year, catalogue, state)
            values (?, ?, ?, ?::text, ?::uuid, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String CHANGE = """
            update help_plan set first_year = ?, final_year = ?, catalogue = ?, version = version + 1 where id = ?
            """;
    private static final String DROP =
            "update help_measure set dropped = true where plan_id = ? and id <> all (?::uuid[]) and not dropped";
    private static final String ADD_MEASURE = """
            insert into help_measure (id, plan_id, village_code, position, pathway, action, title, responsible, amount_fen,
              target_fen, due_on)
            values (?, ?, ?, ?, ?, ?::text, ?, ?, ?, ?, ?)
            on conflict (id) do update
              set position = excluded.position, pathway = excluded.pathway, action = excluded.action, title = excluded.title,
                  responsible = excluded.responsible, amount_fen = excluded.amount_fen, target_fen = excluded.target_fen,
                  due_on = excluded.due_on, dropped = false
            """;

    /** Measures with the last effect of each, in one statement for all plans. */
    private static final String MEASURES = """
            select m.*, e.income_fen, e.done, e.seen_on
            from help_measure m
            left join lateral (
              select income_fen, done, seen_on from help_effect where measure_id = m.id order by seen_on desc, id desc limit 1) e
              on true
            where m.plan_id = any (?::uuid[]) and not m.dropped
            order by m.plan_id, m.position
            """;

    private static final String LIST = """
            select * from help_plan
            where village_code between ? and ? and (?::text is null or kind = ?::text) and (?::text is null or state = ?::text)
              and (?::uuid is null or household_id = ?::uuid) and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;
    private static final String MISSING = """
            select h.id, h.village_code, h.hamlet, h.main_cause from observed_household h
            where h.village_code between ? and ? and h.status in ('POOR', 'RETURNED') and (?::uuid is null or h.id > ?::uuid)
              and not exists (select 1 from help_plan p where p.household_id = h.id and p.state <> 'CLOSED')
            order by h.id limit ?
            """;
    private static final String ADD_EFFECT = """
            insert into help_effect (id, measure_id, village_code, seen_on, income_fen, done, remark, recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;

    private final Database database;

    HelpPlans(Database database) {
        this.database = database;
    }

    public Optional<HelpPlan> find(UUID id) {
        return withMeasures(database.list("select * from help_plan where id = ?", HelpPlans::read, id)).stream()
                .findFirst();
    }

    Optional<HelpPlan> lock(UUID id) {
        return withMeasures(database.list("select * from help_plan where id = ? for update", HelpPlans::read, id))
                .stream()
                .findFirst();
    }

    /** @return whether it is new, and none stood for the same household or place */
    boolean add(HelpPlan plan) {
        return database.execute(
                        ADD,
                        plan.id(),
                        plan.kind().name(),
                        plan.villageCode(),
                        plan.hamlet(),
                        plan.householdId(),
                        plan.firstYear(),
                        plan.finalYear(),
                        plan.catalogue(),
                        plan.state().name())
                == 1;
    }

    void change(HelpPlan plan) {
        database.execute(CHANGE, plan.firstYear(), plan.finalYear(), plan.catalogue(), plan.id());
    }

    /** Puts these measures in the place of those there were. */
    void write(HelpPlan plan) {
        var ids = plan.measures().stream().map(HelpPlan.Measure::id).toArray(UUID[]::new);
        database.execute(DROP, plan.id(), ids);
        var rows = new ArrayList<@Nullable Object[]>();
        for (var each : plan.measures()) {
            rows.add(new @Nullable Object[] {
                each.id(),
                plan.id(),
                plan.villageCode(),
                rows.size(),
                each.pathway(),
                each.action(),
                each.title(),
                each.responsible(),
                each.amountFen(),
                each.targetFen(),
                each.dueOn()
            });
        }
        database.executeAll(ADD_MEASURE, rows);
    }

    /** A measure of another plan among these. */
    Optional<UUID> foreign(UUID plan, List<UUID> measures) {
        return database.find(
                "select id from help_measure where id = any (?::uuid[]) and plan_id <> ? limit 1",
                row -> row.getObject("id", UUID.class),
                measures.toArray(UUID[]::new),
                plan);
    }

    void move(UUID id, PlanState to) {
        database.execute("update help_plan set state = ?, version = version + 1 where id = ?", to.name(), id);
    }

    /** What a measure had brought by a day. */
    record Effect(UUID id, UUID measure, long village, LocalDate seenOn, long incomeFen, boolean done, String remark) {}

    Optional<Effect> effect(UUID id) {
        return database.find(
                "select * from help_effect where id = ?",
                row -> new Effect(
                        row.getObject("id", UUID.class),
                        row.getObject("measure_id", UUID.class),
                        row.getLong("village_code"),
                        row.getObject("seen_on", LocalDate.class),
                        row.getLong("income_fen"),
                        row.getBoolean("done"),
                        row.getString("remark")),
                id);
    }

    /** @return whether it is new */
    boolean add(Effect effect, String by, Instant now) {
        return database.execute(
                        ADD_EFFECT,
                        effect.id(),
                        effect.measure(),
                        effect.village(),
                        effect.seenOn(),
                        effect.incomeFen(),
                        effect.done(),
                        effect.remark(),
                        by,
                        now)
                == 1;
    }

    boolean isVillage(long code) {
        return database.find(
                        "select true from observed_division where code = ? and level = 'VILLAGE'", row -> true, code)
                .isPresent();
    }

    /** A household's main cause; empty when it is not known in that village. */
    Optional<String> mainCause(UUID household, long village) {
        return database.find(
                "select main_cause from observed_household where id = ? and village_code = ?",
                row -> row.getString("main_cause"),
                household,
                village);
    }

    boolean helps(@Nullable UUID helper, @Nullable UUID household) {
        return database.find(
                        "select true from pairing where helper_id = ?::uuid and household_id = ?::uuid and state = 'ACTIVE'",
                        row -> true,
                        helper,
                        household)
                .isPresent();
    }

    /** Which are meant; null means any. */
    public record Filter(
            HelpPlan.@Nullable Kind kind,
            @Nullable PlanState state,
            @Nullable UUID household) {}

    /** In the order of their ids. */
    public List<HelpPlan> list(Area area, Filter filter, @Nullable UUID after, int limit) {
        var kind = filter.kind() == null ? null : filter.kind().name();
        var state = filter.state() == null ? null : filter.state().name();
        return withMeasures(database.list(
                LIST,
                HelpPlans::read,
                area.from(),
                area.to(),
                kind,
                kind,
                state,
                state,
                filter.household(),
                filter.household(),
                after,
                after,
                limit));
    }

    /** A poor household without a plan. */
    public record WithoutPlan(UUID householdId, long villageCode, String hamlet, String mainCause) {}

    /** In the order of the households' ids. */
    public List<WithoutPlan> missing(Area area, @Nullable UUID after, int limit) {
        return database.list(
                MISSING,
                row -> new WithoutPlan(
                        row.getObject("id", UUID.class),
                        row.getLong("village_code"),
                        row.getString("hamlet"),
                        row.getString("main_cause")),
                area.from(),
                area.to(),
                after,
                after,
                limit);
    }

    private List<HelpPlan> withMeasures(List<HelpPlan> plans) {
        Map<UUID, List<HelpPlan.Measure>> measures = new HashMap<>();
        var ids = plans.stream().map(HelpPlan::id).toArray(UUID[]::new);
        database.list(MEASURES, row -> Map.entry(row.getObject("plan_id", UUID.class), measure(row)), (Object) ids)
                .forEach(entry -> measures.computeIfAbsent(entry.getKey(), plan -> new ArrayList<>())
                        .add(entry.getValue()));
        return plans.stream()
                .map(plan -> plan.with(measures.getOrDefault(plan.id(), List.of())))
                .toList();
    }

    private static HelpPlan.Measure measure(ResultSet row) throws SQLException {
        return new HelpPlan.Measure(
                row.getObject("id", UUID.class),
                row.getString("pathway"),
                row.getString("action"),
                row.getString("title"),
                row.getString("responsible"),
                row.getLong("amount_fen"),
                row.getLong("target_fen"),
                row.getObject("due_on", LocalDate.class),
                row.getLong("income_fen"),
                row.getBoolean("done"),
                row.getObject("seen_on", LocalDate.class));
    }

    private static HelpPlan read(ResultSet row) throws SQLException {
        return new HelpPlan(
                row.getObject("id", UUID.class),
                HelpPlan.Kind.valueOf(row.getString("kind")),
                row.getLong("village_code"),
                row.getString("hamlet"),
                row.getObject("household_id", UUID.class),
                row.getInt("first_year"),
                row.getInt("final_year"),
                row.getString("catalogue"),
                PlanState.valueOf(row.getString("state")),
                List.of(),
                row.getLong("version"));
    }
}
