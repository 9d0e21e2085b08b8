package org.jingzhun.chassis.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jingzhun.chassis.sealing.Sealing;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Carries good rows into the staging table and bad ones among the rejections, both by COPY over one connection: while
 * one is under way the other waits in memory, up to a limit.
 */
final class StagingCopy implements AutoCloseable {

    private static final int ROWS_BYTES = 64 * 1024;
    private static final int REJECTIONS_BYTES = 512 * 1024;
    private static final int LONGEST_ROW = 2_000;

    private final CopyManager copies;
    private final UUID importId;
    private final Sealing sealing;
    private final String into;
    private final CopyText rows = new CopyText();
    private final CopyText rejections = new CopyText();
    private @Nullable CopyIn open;

    /** @param sealing seals rows that are rejected: as they were sent, they may hold anything */
    StagingCopy(Connection connection, UUID importId, RowFormat format, Sealing sealing) throws SQLException {
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        this.importId = importId;
        this.sealing = sealing;
        this.into =
                "copy " + format.table() + " (import_id, line, " + String.join(", ", format.columns()) + ") from stdin";
    }

    /** Begins a row; its cells are then written to what is returned. */
    CopyText beginRow(long line) {
        rows.beginCell();
        rows.uuid(importId);
        rows.beginCell();
        rows.number(line);
        return rows;
    }

    void endRow() throws SQLException {
        rows.endRow();
        if (rows.size() >= ROWS_BYTES) {
            flushRows();
        }
    }

    void reject(long line, Rejection rejection, String row) throws SQLException {
        rejections.beginCell();
        rejections.uuid(importId);
        rejections.beginCell();
        rejections.number(line);
        rejections.beginCell();
        rejections.text(storable(rejection.pointer()));
        rejections.beginCell();
        rejections.text(rejection.code());
        rejections.beginCell();
        rejections.texts(rejection.args().stream().map(StagingCopy::storable).toList());
        rejections.beginCell();
        rejections.binary(
                sealing.seal(importId, storable(row.length() > LONGEST_ROW ? row.substring(0, LONGEST_ROW) : row)));
        rejections.endRow();
        if (rejections.size() >= REJECTIONS_BYTES) {
            flushRejections();
        }
    }

    /** Whatever a client sent, made into text that PostgreSQL stores. */
    private static String storable(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> kept.appendCodePoint(
                        point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                                ? 0xFFFD
                                : point));
        return kept.toString();
    }

    private void flushRows() throws SQLException {
        if (open == null) {
            open = copies.copyIn(into);
        }
        open.writeToCopy(rows.bytes(), 0, rows.size());
        rows.clear();
    }

    private void flushRejections() throws SQLException {
        endCopy();
        CopyIn copy = copies.copyIn("copy import_rejection (import_id, line, pointer, code, args, sealed) from stdin");
        copy.writeToCopy(rejections.bytes(), 0, rejections.size());
        copy.endCopy();
        rejections.clear();
    }

    private void endCopy() throws SQLException {
        if (open != null) {
            open.endCopy();
            open = null;
        }
    }

    /** Writes what is left. */
    void finish() throws SQLException {
        if (rows.size() > 0) {
            flushRows();
        }
        endCopy();
        if (rejections.size() > 0) {
            flushRejections();
        }
    }

    /** Frees the connection when the upload ended early. */
    @Override
    public void close() throws SQLException {
        if (open != null && open.isActive()) {
            open.cancelCopy();
        }
    }
}
