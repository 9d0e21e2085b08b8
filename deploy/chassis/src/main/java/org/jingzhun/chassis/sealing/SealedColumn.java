package org.jingzhun.chassis.sealing;

/**
 * A column that holds sealed data.
 *
 * @param owner SQL expression over the table: the id that its values are sealed for, a {@code uuid}
 * @param column of type {@code bytea}
 */
public record SealedColumn(String table, String owner, String column) {

    String name() {
        return table + "." + column;
    }
}
