package org.jingzhun.chassis.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The short way of an {@link ImportKind} for lines of which the database knows nothing yet. They are inserted without
 * asking first: what most {@linkplain ImportKind#checks checks} ask for, keys and references of the table refuse as well.
 * When one line is refused, or does not go in, its whole chunk is taken back, and from there on the import takes the way
 * with all checks, which names what is wrong with a line. Both ways leave the same.
 *
 * <p>Chunks may be under way two at a time, whatever {@link ImportKind#overlaps} says of the other way.
 */
public interface FreshLines {

    /**
     * Rules that no constraint of the table makes, and no join of {@link #insert}. Whenever one of the kind's checks
     * rejects a line that would go in, one of these must hold for some line.
     */
    List<Check> checks();

    /**
     * Inserts the lines.
     *
     * @param connection in the transaction of these lines
     * @return how many went in
     * @throws SQLException when the database refuses one
     */
    long insert(Connection connection, Lines lines) throws SQLException;

    /** In the same transaction, in the order of the lines: what {@link ImportKind#afterMerge} does, or something shorter. */
    void afterInsert(Connection connection, Lines lines) throws SQLException;
}
