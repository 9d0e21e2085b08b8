package org.jingzhun.identification.statistics;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts households and persons by place and a kind, in the caller's transaction and area. A kind is a status, a
 * transition, a cause or an ethnic group. The database counts while the register changes ({@code register_count});
 * {@link Recounting} shows that it counts right.
 */
@ApplicationScoped
public class Counting {

    private final AgroalDataSource database;

    Counting(AgroalDataSource database) {
        this.database = database;
    }

    /** Counts by place, and there by kind. */
    public static final class Table {

        private final Map<Long, Map<String, Headcount>> rows = new TreeMap<>();

        /** The places that have any, in order. */
        public java.util.Set<Long> places() {
            return rows.keySet();
        }

        public Headcount at(long place, String kind) {
            return rows.getOrDefault(place, Map.of()).getOrDefault(kind, Headcount.NONE);
        }

        /** The kinds of a place, in the order of their codes. */
        public Map<String, Headcount> at(long place) {
            return rows.getOrDefault(place, Map.of());
        }

        private void add(long place, String kind, Headcount count) {
            rows.computeIfAbsent(place, none -> new TreeMap<>()).merge(kind, count, Headcount::plus);
        }
    }

    /** Households on the register at the end of a day, by status. */
    public Table stock(Question question, LocalDate day) {
        return counted(question, Dimension.STATUS, LocalDate.EPOCH, day);
    }

    /** Transitions of the year, by kind, with the persons that each household had on that day. */
    public Table flows(Question question) {
        return counted(question, Dimension.FLOW, question.firstDay(), question.lastDay());
    }

    /** What is counted by the database as the register changes. */
    private enum Dimension {
        STATUS,
        FLOW,
        CAUSE,
        /** Of the head. */
        ETHNICITY,
        MEMBERS
    }

    private Table counted(Question question, Dimension dimension, LocalDate from, LocalDate to) {
        return query(
                "select " + question.place("village_code")
                        + ", code, sum(households), sum(persons) from register_count"
                        + " where dimension = '" + dimension + "' and day between ? and ?"
                        + " and village_code between ? and ? group by 1, 2"
                        + " having sum(households) <> 0 or sum(persons) <> 0",
                from,
                to,
                question.division().from(),
                question.division().to());
    }

    /** Who lives there, as far as this service has recorded it; the kind is ALL. */
    public Table population(Question question) {
        return query(
                "select " + question.place("d.code")
                        + ", 'ALL', sum(d.households), sum(d.persons) from division d"
                        + " where d.level = 'VILLAGE' and d.code between ? and ? and d.valid_from <= ?"
                        + " and (d.valid_to is null or d.valid_to >= ?) group by 1",
                question.division().from(),
                question.division().to(),
                question.asOf(),
                question.asOf());
    }

    /** Poor households by their main cause. */
    public Table causes(Question question) {
        return counted(question, Dimension.CAUSE, LocalDate.EPOCH, question.asOf());
    }

    /** Poor households by the ethnic group of their head, and their persons each by the own one. */
    public Table ethnicGroups(Question question) {
        Table groups = new Table();
        Table heads = counted(question, Dimension.ETHNICITY, LocalDate.EPOCH, question.asOf());
        for (long place : heads.places()) {
            heads.at(place).forEach((group, count) -> groups.add(place, group, new Headcount(count.households(), 0)));
        }
        Table members = counted(question, Dimension.MEMBERS, LocalDate.EPOCH, question.asOf());
        for (long place : members.places()) {
            members.at(place).forEach((group, count) -> groups.add(place, group, count));
        }
        return groups;
    }

    /** Poor households of which a veto was confirmed in the campaign that registered them; the kind is VETOED. */
    public Table vetoedOnRegister(Question question) {
        return query(
                "select " + question.place("s.village_code")
                        + ", 'VETOED', count(*), sum(s.persons) from register_standing s"
                        + " join register_entry e on e.household_id = s.household_id"
                        + " where s.status in ('POOR', 'RETURNED') and s.day <= ? and s.until > ?"
                        + " and s.village_code between ? and ?"
                        + " and exists (select from flag f where f.campaign_id = e.campaign_id"
                        + " and f.household_id = e.household_id and f.state = 'CONFIRMED') group by 1",
                question.asOf(),
                question.asOf(),
                question.division().from(),
                question.division().to());
    }

    /**
     * Households of announced villages that were within the line of a campaign of the year and not vetoed, but were
     * never registered; the kind is MISSED.
     */
    public Table missed(Question question) {
        return query(
                "select " + question.place("c.village_code") + ", 'MISSED', count(*), sum(c.persons) from candidate c"
                        + " join campaign k on k.id = c.campaign_id and k.year = ?"
                        + " join round r on r.campaign_id = k.id and r.village_code = c.village_code"
                        + " and r.stage = 'ANNOUNCED'"
                        + " join scorecard d on d.version = k.scorecard"
                        + " join line_in_force l on l.campaign_id = k.id"
                        + " where c.village_code between ? and ? and not c.vetoed"
                        + " and case d.direction when 'LOW_IS_POOR' then c.score <= l.score else c.score >= l.score end"
                        + " and not exists (select from register_entry e where e.household_id = c.household_id)"
                        + " group by 1",
                question.year(),
                question.division().from(),
                question.division().to());
    }

    /** Poor villages that left poverty in the year; of persons it says nothing. The kind is VILLAGES. */
    public Table villageExits(Question question) {
        return query(
                "select " + question.place("d.code") + ", 'VILLAGES', count(*), 0 from division d"
                        + " where d.level = 'VILLAGE' and d.exited_on between ? and ? and d.code between ? and ?"
                        + " group by 1",
                question.firstDay(),
                question.lastDay(),
                question.division().from(),
                question.division().to());
    }

    private Table query(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int value = 0; value < values.length; value++) {
                select.setObject(value + 1, values[value]);
            }
            Table table = new Table();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    table.add(row.getLong(1), row.getString(2), new Headcount(row.getLong(3), row.getLong(4)));
                }
            }
            return table;
        } catch (SQLException failure) {
            throw new IllegalStateException("the register could not be counted", failure);
        }
    }
}
