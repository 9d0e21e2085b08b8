package org.jingzhun.chassis.bulk;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Lines of an import, as they lie in its staging table.
 *
 * @param from first line, included
 * @param to last line, included; lines may be missing between
 */
public record Lines(UUID importId, long from, long to, ImportParameters parameters) {

    /** The condition on a staging row {@code s} that {@link #bind} fills. */
    public static final String CONDITION = "s.import_id = ? and s.line between ? and ?";

    /** @return the index behind the last one set */
    public int bind(PreparedStatement statement, int first) throws SQLException {
        statement.setObject(first, importId);
        statement.setLong(first + 1, from);
        statement.setLong(first + 2, to);
        return first + 3;
    }

    /** These and all that follow in the import. */
    public Lines withAllBehind() {
        return new Lines(importId, from, Long.MAX_VALUE, parameters);
    }

    Lines part(long partFrom, long partTo) {
        return new Lines(importId, partFrom, partTo, parameters);
    }
}
