package org.jingzhun.chassis.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jingzhun.chassis.job.OverlappingWork;
import org.jingzhun.chassis.job.Progress;

/** Lines that go in in one transaction, on the one way or the other. */
final class Chunk implements OverlappingWork<Chunk.Ahead> {

    private final Way way;
    private final Lines lines;
    private final int checks;

    /** How lines go in. */
    interface Way {

        /** Puts lines in; {@link Ahead#after} does what follows, in the order of the lines. */
        Ahead merge(Connection connection, Lines lines) throws SQLException;
    }

    /** Merged, but what follows the merge is still to do. */
    interface Ahead {

        void after(Connection connection) throws SQLException;
    }

    /** @param checks how many were asked before */
    Chunk(Way way, Lines lines, int checks) {
        this.way = way;
        this.lines = lines;
        this.checks = checks;
    }

    Progress whole(Connection connection) throws SQLException {
        return then(connection, ahead(connection));
    }

    @Override
    public Ahead ahead(Connection connection) throws SQLException {
        return way.merge(connection, lines);
    }

    @Override
    public Progress then(Connection connection, Ahead made) throws SQLException {
        made.after(connection);
        return new Progress(new ImportJob.Checkpoint(checks, lines.to(), false), lines.to());
    }

    /** The way with all checks: what the database refuses is set aside. */
    static Way careful(ImportKind kind, RowFormat format, ImportRows rows, UUID importId) {
        return (connection, lines) -> {
            Merging merging = Merging.alone(connection, kind);
            Merged merged = merging.merge(lines);
            return then -> {
                kind.afterMerge(then, lines);
                rows.add(then, importId, merged);
                setAside(then, merging, lines, format, rows);
            };
        };
    }

    /** As {@link #careful}, but what follows counts as part of the merge: refused when that is refused. */
    static Way whole(ImportKind kind, RowFormat format, ImportRows rows, UUID importId) {
        return (connection, lines) -> {
            Merging merging = Merging.whole(connection, kind);
            Merged merged = merging.merge(lines);
            return then -> {
                rows.add(then, importId, merged);
                setAside(then, merging, lines, format, rows);
            };
        };
    }

    private static void setAside(Connection then, Merging merging, Lines lines, RowFormat format, ImportRows rows)
            throws SQLException {
        if (!merging.refused().isEmpty()) {
            merging.setAside(lines, format);
            rows.sealRejections(then, lines.importId());
        }
    }

    /** The short way for lines that are all new. */
    static Way fresh(FreshLines fresh, RowFormat format, ImportRows rows, UUID importId) {
        return (connection, lines) -> {
            var merging = new FreshMerging(connection, fresh, format.table());
            Merged merged = merging.insert(lines);
            return then -> {
                merging.after(lines);
                rows.add(then, importId, merged);
            };
        };
    }
}
