package org.jingzhun.chassis.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/** Queries whose rows come by the million. */
public final class Streaming {

    private static final int FETCHED_AT_ONCE = 10_000;

    /** What the driver takes for "binary from the first time on". */
    private static final int BINARY = -1;

    private Streaming() {}

    /**
     * The rows in parts, so that they need not all be in memory, and as the database has them: numbers and ids are not written
     * out and read again. Within a transaction only; without one all rows come at once.
     */
    public static ResultSet rows(PreparedStatement query) throws SQLException {
        query.setFetchSize(FETCHED_AT_ONCE);
        query.unwrap(PGStatement.class).setPrepareThreshold(BINARY);
        return query.executeQuery();
    }
}
