package org.jingzhun.chassis.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks for the audit records of calls, as the owner of the tables. */
final class Trail {

    /** Who, role, area, what, when, why and from where. */
    private static final String RECORDED = """
            select trace from audit
            where trace = any(?) and subject <> '' and name <> '' and cardinality(roles) > 0 and division > 0
              and action <> '' and object_type <> '' and object_id <> '' and at is not null and remote is not null
              and reason is not null
            """;

    private final String database;

    Trail(String database) {
        this.database = database;
    }

    /** The endpoints of the calls that have left no record. */
    Set<String> unrecorded(Map<String, String> calls) throws SQLException {
        Set<String> traces = new TreeSet<>(calls.keySet());
        var own = PlatformResource.platform().addresses().database(database);
        try (var owner = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                var statement = owner.prepareStatement(RECORDED)) {
            statement.setArray(1, owner.createArrayOf("text", traces.toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    traces.remove(row.getString(1));
                }
            }
        }
        Set<String> endpoints = new TreeSet<>();
        traces.forEach(trace -> endpoints.add(calls.get(trace)));
        return endpoints;
    }
}
