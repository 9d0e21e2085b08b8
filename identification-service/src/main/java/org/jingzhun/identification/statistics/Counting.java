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
 * Counts households and persons by place and a kind, set-based, in the caller's transaction and area. A kind is a
 * status, a transition, a cause or an ethnic group.
 */
@ApplicationScoped
public class Counting {

    /**
     * Where each household that was ever registered stood at the end of a day, with the persons that it had then; {day},
     * {from} and {to} are of the question.
     */
    private static final String STANDING = """
            with latest as (
              select distinct on (t.household_id) t.household_id, e.village_code, e.persons, e.main_cause, e.ethnicity,
                     e.campaign_id, t.to_status
              from register_transition t join register_entry e on e.household_id = t.household_id
              where t."on" <= {day} and e.village_code between {from} and {to}
              order by t.household_id, t.revision desc),
            sizes as (
              select distinct on (p.household_id) p.household_id, p.persons
              from register_persons p
              where p.since <= {day} and p.village_code between {from} and {to}
              order by p.household_id, p.since desc),
            standing as (
              select l.household_id, l.village_code, coalesce(z.persons, l.persons) as persons, l.main_cause,
                     l.ethnicity, l.campaign_id, l.to_status
              from latest l left join sizes z on z.household_id = l.household_id)
            """;

    private static final String POOR = " where s.to_status in ('POOR', 'RETURNED')";

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
        return query(standing(question, day) + "select " + question.place("s.village_code")
                + ", s.to_status, count(*), sum(s.persons) from standing s group by 1, 2");
    }

    private static String standing(Question question, LocalDate day) {
        return STANDING.replace("{day}", "date '" + day + "'")
                .replace("{from}", Long.toString(question.division().from()))
                .replace("{to}", Long.toString(question.division().to()));
    }

    /** Transitions of the year, by kind, with the persons that each household had on that day. */
    public Table flows(Question question) {
        return query(
                "select " + question.place("e.village_code")
                        + ", t.kind, count(*), sum(coalesce(p.persons, e.persons)) from register_transition t"
                        + " join register_entry e on e.household_id = t.household_id"
                        + " left join lateral (select persons from register_persons s"
                        + " where s.household_id = t.household_id and s.since <= t.\"on\""
                        + " order by s.since desc limit 1) p on true"
                        + " where t.\"on\" between ? and ? and e.village_code between ? and ? group by 1, 2",
                question.firstDay(),
                question.lastDay(),
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
        return query(standing(question, question.asOf()) + "select " + question.place("s.village_code")
                + ", s.main_cause, count(*), sum(s.persons) from standing s" + POOR + " group by 1, 2");
    }

    /** Poor households by the ethnic group of their head, and their persons each by the own one. */
    public Table ethnicGroups(Question question) {
        return query(standing(question, question.asOf()) + "select " + question.place("s.village_code")
                + " as place, s.ethnicity, count(*), 0 from standing s" + POOR
                + " group by 1, 2 union all select " + question.place("s.village_code")
                + ", m.ethnicity, 0, count(*) from standing s"
                + " join member m on m.household_id = s.household_id" + POOR + " group by 1, 2");
    }

    /** Poor households of which a veto was confirmed in the campaign that registered them; the kind is VETOED. */
    public Table vetoedOnRegister(Question question) {
        return query(standing(question, question.asOf()) + "select " + question.place("s.village_code")
                + ", 'VETOED', count(*), sum(s.persons) from standing s" + POOR
                + " and exists (select from flag f where f.campaign_id = s.campaign_id"
                + " and f.household_id = s.household_id and f.state = 'CONFIRMED') group by 1");
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
                        + " join lateral (select score from line where line.campaign_id = k.id"
                        + " order by version desc limit 1) l on true"
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
