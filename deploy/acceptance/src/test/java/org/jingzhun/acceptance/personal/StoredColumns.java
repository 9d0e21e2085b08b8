package org.jingzhun.acceptance.personal;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of a table that are read at once.
 *
 * @param table quoted, with its schema
 * @param columns quoted, as a list
 */
record StoredColumns(String schema, String table, Form form, String columns) {

    /** How the values of a column are read; PostgreSQL's catalogue says which are of which type. */
    enum Form {
        /** As bytes. */
        BYTES,
        BYTE_ARRAYS,
        /** As text: numbers. */
        FIGURES,
        /** As text: everything else. */
        TEXT
    }

    private static final String LIST = """
            with stored as (
              select n.nspname as schema, format('%I.%I', n.nspname, c.relname) as named, quote_ident(a.attname) as col,
                     a.attnum,
                     case when coalesce(nullif(t.typbasetype, 0), t.oid) = 'bytea'::regtype then 'BYTES'
                          when t.typelem = 'bytea'::regtype and t.typcategory = 'A' then 'BYTE_ARRAYS'
                          when t.typcategory = 'N' then 'FIGURES'
                          else 'TEXT' end as form
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              join pg_type t on t.oid = a.atttypid
              where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema'))
            select schema, named, form, col from stored where form like 'BYTE%'
            union all
            select schema, named, form, string_agg(col, ', ' order by attnum) from stored
            where form not like 'BYTE%' group by 1, 2, 3
            order by 2, 3, 4
            """;

    private static final String LARGE_OBJECTS = "select count(*) from pg_largeobject_metadata";

    /** Of all tables and materialized views of a database. */
    static List<StoredColumns> of(Connection connection) throws SQLException {
        var all = new ArrayList<StoredColumns>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(LARGE_OBJECTS)) {
                row.next();
                if (row.getLong(1) > 0) {
                    throw new IllegalStateException("large objects are not looked through, but there are some");
                }
            }
            try (ResultSet row = statement.executeQuery(LIST)) {
                while (row.next()) {
                    all.add(new StoredColumns(
                            row.getString(1), row.getString(2), Form.valueOf(row.getString(3)), row.getString(4)));
                }
            }
        }
        return all;
    }

    String name() {
        return table
                + switch (form) {
                    case BYTES, BYTE_ARRAYS -> "." + columns;
                    case FIGURES -> " (figures)";
                    case TEXT -> "";
                };
    }

    String copy() {
        return "copy ("
                + switch (form) {
                    case BYTES ->
                        "select encode(%1$s, 'hex') from only %2$s where %1$s is not null".formatted(columns, table);
                    case BYTE_ARRAYS ->
                        "select encode(b, 'hex') from only %2$s, unnest(%1$s) b where b is not null"
                                .formatted(columns, table);
                    case FIGURES, TEXT -> "select %s from only %s".formatted(columns, table);
                }
                + ") to stdout";
    }

    /** What the copy is to be written to, so that the values come as they are. */
    OutputStream into(Looking looking) {
        return switch (form) {
            case BYTES, BYTE_ARRAYS -> new HexBytes(looking);
            case FIGURES, TEXT -> looking;
        };
    }
}
