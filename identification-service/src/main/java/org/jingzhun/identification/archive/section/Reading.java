package org.jingzhun.identification.archive.section;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.identification.access.Discretion;

/** One reading of a section for some households: takes its queries, keeps its rows by household and table. */
public final class Reading {

    private final Connection connection;
    private final List<UUID> households;
    private final Discretion discretion;
    private final Instant until;
    private final Map<UUID, Map<Table<?>, List<Record>>> rows = new LinkedHashMap<>();

    /** @param until what happened by itself, like readings, counts when it was before */
    public Reading(Connection connection, List<UUID> households, Discretion discretion, Instant until) {
        this.connection = connection;
        this.households = List.copyOf(households);
        this.discretion = discretion;
        this.until = until;
    }

    /** Makes the record of a row. */
    @FunctionalInterface
    public interface RowReader<R extends Record> {

        R read(ResultSet row) throws SQLException;
    }

    /** Takes a row of a household. */
    @FunctionalInterface
    public interface RowTaker {

        void take(UUID household, ResultSet row) throws SQLException;
    }

    /** How much of the personal data the file may tell. */
    public Discretion discretion() {
        return discretion;
    }

    /**
     * Fills a table by a query.
     *
     * @param sql has {@code any(?)} for the ids of the households once, gives {@code household_id}, and is ordered
     */
    public <R extends Record> void table(Table<R> table, String sql, RowReader<R> reader) throws SQLException {
        query(sql, (household, row) -> add(household, table, reader.read(row)));
    }

    /** The same where a row makes several records, or records of several tables. */
    public void query(String sql, RowTaker taker) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", households.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taker.take(row.getObject("household_id", UUID.class), row);
                }
            }
        }
    }

    public <R extends Record> void add(UUID household, Table<R> table, R row) {
        rows.computeIfAbsent(household, _ -> new LinkedHashMap<>())
                .computeIfAbsent(table, _ -> new ArrayList<>())
                .add(row);
    }

    public Instant until() {
        return until;
    }

    /** What was read of a household, by table; tables without rows are left out. */
    public Map<Table<?>, List<Record>> of(UUID household) {
        return rows.getOrDefault(household, Map.of());
    }
}
