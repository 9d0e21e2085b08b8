package org.jingzhun.chassis.data;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;

/** Rows of normative data that were loaded since the service was built; append-only. */
@ApplicationScoped
class LoadedRows {

    private final Database database;

    LoadedRows(Database database) {
        this.database = database;
    }

    /** What was loaded at once: a piece of CSV with its head line. */
    record Piece(UUID id, String csv) {}

    List<Piece> list(String table) {
        return database.list(
                "select id, csv from loaded_data where name = ? order by id",
                row -> new Piece(row.getObject("id", UUID.class), row.getString("csv")),
                table);
    }

    UUID insert(String table, String csv, String source, String by, Instant at) {
        var id = UuidCreator.getTimeOrderedEpoch();
        database.execute(
                "insert into loaded_data (id, name, csv, source, loaded_by, loaded_at) values (?, ?, ?, ?, ?, ?)",
                id,
                table,
                csv,
                source,
                by,
                at);
        return id;
    }

    /** Keeps others from loading into the same table until the transaction ends. */
    void lock(String table) {
        database.list("select pg_advisory_xact_lock(hashtextextended(?, 7))", row -> true, "loaded_data:" + table);
    }
}
