package org.jingzhun.identification.household;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.Upsert;

/** How staged members get into the table, and their households to know of them. */
final class MemberMerging {

    private static final String STAGING = "staged_member";

    private static final Upsert MERGE = Upsert.into("member")
            .key("id")
            .column("household_id", "h.id")
            .column("village_code", "h.village_code")
            .columns(
                    "name",
                    "sex",
                    "birth_date",
                    "relation",
                    "ethnicity",
                    "education",
                    "schooling",
                    "labour",
                    "work",
                    "months_worked",
                    "insured",
                    "pensioned",
                    "secrets",
                    "id_hash")
            .from(STAGING, "join household h on h.id = s.household_id")
            .build();

    private static final String COUNT_MEMBERS = """
            with judging as (select cast(? as text) as rules)
            update household h
            set persons = counted.persons, labourers = counted.labourers, contradiction_rules = judging.rules,
                revision = h.revision + 1
            from judging, (select m.household_id, count(*)::integer as persons,
                         (count(*) filter (where m.labour in ('ORDINARY', 'SKILLED')))::integer as labourers
                  from member m
                  where m.household_id in (select s.household_id from staged_member s where %s)
                  group by m.household_id) counted
            where h.id = counted.household_id
              and (h.persons, h.labourers, h.contradiction_rules)
                is distinct from (counted.persons, counted.labourers, judging.rules)
            """.formatted(Lines.CONDITION);

    private static final String STEP_DOWN = """
            with down as (
              update member m set relation = o.relation
              from staged_member s
              join staged_member o on o.import_id = s.import_id and o.household_id = s.household_id and o.id <> s.id
              where %s and s.relation = 'HEAD'
                and m.household_id = s.household_id and m.relation = 'HEAD' and m.id = o.id
              returning (m.name, m.sex, m.birth_date, m.ethnicity, m.education, m.schooling, m.labour, m.work,
                         m.months_worked, m.insured, m.pensioned, m.secrets, m.id_hash)
                is not distinct from
                (o.name, o.sex, o.birth_date, o.ethnicity, o.education, o.schooling, o.labour, o.work,
                 o.months_worked, o.insured, o.pensioned, o.secrets, o.id_hash) as alike)
            select count(*) filter (where alike) from down
            """.formatted(Lines.CONDITION);

    private static final String ADD_MEMBERS = """
            with judging as (select cast(? as text) as rules)
            update household h
            set persons = h.persons + arrived.persons, labourers = h.labourers + arrived.labourers,
                contradiction_rules = judging.rules, revision = h.revision + 1
            from judging, (select s.household_id, count(*)::integer as persons,
                         (count(*) filter (where s.labour in ('ORDINARY', 'SKILLED')))::integer as labourers
                  from staged_member s where %s
                  group by s.household_id) arrived
            where h.id = arrived.household_id
            """.formatted(Lines.CONDITION);

    private static final String REGISTERED = """
            select h.id from household h
            where h.status is not null and h.id in (select s.household_id from staged_member s where %s)
            """.formatted(Lines.CONDITION);

    private MemberMerging() {}

    /** The households on the register that the lines name. */
    static List<UUID> registered(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REGISTERED)) {
            lines.bind(statement, 1);
            try (ResultSet row = statement.executeQuery()) {
                List<UUID> households = new ArrayList<>();
                while (row.next()) {
                    households.add(row.getObject(1, UUID.class));
                }
                return households;
            }
        }
    }

    static Merged merge(Connection connection, Lines lines) throws SQLException {
        long changed = stepDown(connection, lines);
        Merged merged = MERGE.run(connection, lines);
        return merged.plus(new Merged(0, changed, -changed));
    }

    /**
     * Heads make room for others of the same file, wherever in it their own lines are.
     *
     * @return how many have changed in nothing else, whom the merge takes for unchanged
     */
    private static long stepDown(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STEP_DOWN)) {
            lines.bind(statement, 1);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Counts the members of the households that the lines name, and says by which contradictions they were judged. */
    static void count(Connection connection, ContradictionRules rules, Lines lines) throws SQLException {
        update(connection, COUNT_MEMBERS, rules, lines);
    }

    /** Inserts members of whom none is known. */
    static long insert(Connection connection, Lines lines) throws SQLException {
        return MERGE.insert(connection, lines);
    }

    /** Adds members who have just been inserted to the counts of their households. */
    static void add(Connection connection, ContradictionRules rules, Lines lines) throws SQLException {
        update(connection, ADD_MEMBERS, rules, lines);
    }

    private static void update(Connection connection, String sql, ContradictionRules rules, Lines lines)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, rules.version());
            lines.bind(statement, 2);
            statement.executeUpdate();
        }
    }
}
