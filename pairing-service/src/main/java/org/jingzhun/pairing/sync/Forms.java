package org.jingzhun.pairing.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.pairing.observed.identification.HouseholdMember;
import org.jingzhun.pairing.observed.identification.ObservedMembers;
import org.jingzhun.pairing.visit.NeedKind;
import org.jspecify.annotations.Nullable;

/** Reads the forms of a helper's households, and which have changed: one statement for each kind. */
@ApplicationScoped
class Forms {

    private static final String CHANGED = "age(%s.xmin) <= age(?::xid)";
    private static final String STANDING = """
            select p.id, p.household_id, p.since, p.village_code, d.name as village, o.householder, o.hamlet, o.persons,
                   o.status, o.main_cause, o.other_causes, o.attribute, o.labourers, o.registered_on
            from pairing p
            left join observed_household o on o.id = p.household_id
            left join observed_division d on d.code = p.village_code
            where p.helper_id = ? and p.state = 'ACTIVE'\s""";
    private static final String UNCORRECTED = "not exists (select from visit c where c.corrects = v.id)";

    private final Database database;
    private final ObservedMembers members;

    Forms(Database database, ObservedMembers members) {
        this.database = database;
        this.members = members;
    }

    /** A household that is the helper's no more. */
    record Gone(UUID householdId, LocalDate until, String endedBy) {}

    /** Where the database stands now; to be asked before anything is read or written. */
    DeltaToken now() {
        return database.find(
                        "select (select system_identifier from pg_control_system()),"
                                + " pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
                        row -> new DeltaToken(row.getLong(1), row.getLong(2)))
                .orElseThrow();
    }

    /** @param since null for all */
    List<HouseholdForm> of(UUID helper, @Nullable DeltaToken since, LocalDate today) {
        List<Base> bases = since == null
                ? database.list(STANDING + "order by p.household_id", Forms::base, helper)
                : changed(helper, since.mark());
        if (bases.isEmpty()) {
            return List.of();
        }
        String[] households =
                bases.stream().map(base -> base.household.toString()).toArray(String[]::new);
        Map<UUID, Told> told = told(households, today);
        Map<UUID, List<HouseholdMember>> living =
                members.of(bases.stream().map(Base::household).toList());
        return bases.stream()
                .map(base -> base.form(told, living.getOrDefault(base.household, List.of())))
                .toList();
    }

    List<Gone> gone(UUID helper, DeltaToken since) {
        return database.list(
                "select distinct on (p.household_id) p.household_id, p.until, p.ended_by from pairing p"
                        + " where p.helper_id = ? and p.state = 'CLOSED' and " + CHANGED.formatted("p")
                        + " and not exists (select from pairing a where a.household_id = p.household_id"
                        + " and a.helper_id = p.helper_id and a.state = 'ACTIVE')"
                        + " order by p.household_id, p.revision desc",
                row -> new Gone(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class), row.getString(3)),
                helper,
                since.mark());
    }

    private List<Base> changed(UUID helper, String mark) {
        return database.list(
                STANDING + "and (" + CHANGED.formatted("p") + " or " + CHANGED.formatted("o")
                        + " or exists (select from visit v where v.household_id = p.household_id and "
                        + CHANGED.formatted("v") + ")"
                        + " or exists (select from observed_benefit b where b.household_id = p.household_id and "
                        + CHANGED.formatted("b") + ")"
                        + " or exists (select from observed_members m where m.household_id = p.household_id and "
                        + CHANGED.formatted("m") + ")) order by p.household_id",
                Forms::base,
                helper,
                mark,
                mark,
                mark,
                mark,
                mark);
    }

    /** What visits and payments told of a household. */
    private static final class Told {
        private @Nullable Last last;
        private final List<HouseholdForm.Income> incomes = new ArrayList<>();
        private final List<HouseholdForm.Benefit> benefits = new ArrayList<>();
    }

    /** @param visits of this month */
    private record Last(HouseholdForm.LastVisit visit, List<HouseholdForm.Need> needs, int visits) {}

    private Map<UUID, Told> told(String[] households, LocalDate today) {
        Map<UUID, Told> told = new HashMap<>();
        database.list(
                        "select distinct on (v.household_id) v.household_id, v.id, v.visited_on, v.content, v.need_kinds,"
                                + " v.need_texts, (select count(*) from visit m where m.household_id = v.household_id"
                                + " and m.visited_on >= ? and not exists"
                                + " (select from visit c where c.corrects = m.id))"
                                + " from visit v where v.household_id = any(?::uuid[]) and " + UNCORRECTED
                                + " order by v.household_id, v.visited_on desc, v.id desc",
                        row -> Map.entry(household(row), last(row)),
                        today.withDayOfMonth(1),
                        households)
                .forEach(each -> of(told, each.getKey()).last = each.getValue());
        database.list(
                        "select v.household_id, i.item, sum(i.fen) from visit v"
                                + " cross join unnest(v.income_items, v.income_fen) as i (item, fen)"
                                + " where v.household_id = any(?::uuid[]) and v.visited_on >= ? and " + UNCORRECTED
                                + " group by v.household_id, i.item order by v.household_id, i.item",
                        row -> Map.entry(household(row), new HouseholdForm.Income(row.getString(2), row.getLong(3))),
                        households,
                        today.withDayOfYear(1))
                .forEach(each -> of(told, each.getKey()).incomes.add(each.getValue()));
        database.list(
                        "select household_id, benefit, fen, paid_on from observed_benefit"
                                + " where household_id = any(?::uuid[]) and paid_on >= ? and state = 'PAID'"
                                + " order by paid_on, payment_id",
                        row -> Map.entry(
                                household(row),
                                new HouseholdForm.Benefit(
                                        row.getString(2), row.getLong(3), row.getObject(4, LocalDate.class))),
                        households,
                        today.withDayOfYear(1))
                .forEach(each -> of(told, each.getKey()).benefits.add(each.getValue()));
        return told;
    }

    private static Told of(Map<UUID, Told> told, UUID household) {
        return told.computeIfAbsent(household, each -> new Told());
    }

    private static UUID household(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    private static Last last(ResultSet row) throws SQLException {
        String[] kinds = (String[]) row.getArray(5).getArray();
        String[] texts = (String[]) row.getArray(6).getArray();
        return new Last(
                new HouseholdForm.LastVisit(
                        row.getObject(2, UUID.class), row.getObject(3, LocalDate.class), row.getString(4)),
                IntStream.range(0, kinds.length)
                        .mapToObj(each -> new HouseholdForm.Need(NeedKind.valueOf(kinds[each]), texts[each]))
                        .toList(),
                row.getInt(7));
    }

    /** The part of a form that pairing and register tell. */
    private record Base(
            UUID household,
            UUID pairing,
            LocalDate since,
            long villageCode,
            @Nullable String village,
            HouseholdForm.@Nullable Known known) {

        HouseholdForm form(Map<UUID, Told> told, List<HouseholdMember> living) {
            Told visits = told.getOrDefault(household, new Told());
            Last last = visits.last;
            return new HouseholdForm(
                    household,
                    pairing,
                    since,
                    villageCode,
                    village,
                    known,
                    living,
                    last == null ? null : last.visit(),
                    last == null ? List.of() : last.needs(),
                    List.copyOf(visits.incomes),
                    List.copyOf(visits.benefits),
                    last == null ? 0 : last.visits());
        }
    }

    private static Base base(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return new Base(
                row.getObject("household_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("since", LocalDate.class),
                row.getLong("village_code"),
                row.getString("village"),
                status == null
                        ? null
                        : new HouseholdForm.Known(
                                row.getString("householder"),
                                row.getString("hamlet"),
                                row.getInt("persons"),
                                status,
                                row.getString("main_cause"),
                                List.of((String[]) row.getArray("other_causes").getArray()),
                                row.getString("attribute"),
                                row.getObject("labourers", Integer.class),
                                row.getObject("registered_on", LocalDate.class)));
    }
}
