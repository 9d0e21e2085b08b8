package org.jingzhun.funding.riskpool;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All contributions to pools within the caller's area; append-only. */
@ApplicationScoped
public class Contributions {

    private static final String INSERT = """
            insert into pool_contribution (id, pool_id, county, payer, source_id, year, amount_fen, document_number, entry_id,
              recorded_by, recorded_at, fund_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid)
            """;

    private final Database database;

    Contributions(Database database) {
        this.database = database;
    }

    /** In the order of their ids. */
    public List<Contribution> list(UUID pool, @Nullable UUID after, int limit) {
        return database.list("""
                select * from pool_contribution where pool_id = ? and (?::uuid is null or id > ?::uuid) order by id limit ?
                """, Contributions::read, pool, after, after, limit);
    }

    boolean has(UUID pool, String documentNumber) {
        return database.find(
                        "select 1 from pool_contribution where pool_id = ? and document_number = ?",
                        row -> true,
                        pool,
                        documentNumber)
                .isPresent();
    }

    void insert(Contribution contribution, long county, String by, Instant at) {
        database.execute(
                INSERT,
                contribution.id(),
                contribution.poolId(),
                county,
                contribution.payer().name(),
                contribution.sourceId(),
                contribution.year(),
                contribution.amount().fen(),
                contribution.documentNumber(),
                contribution.entryId(),
                by,
                at,
                contribution.fundId());
    }

    private static Contribution read(ResultSet row) throws SQLException {
        return new Contribution(
                row.getObject("id", UUID.class),
                row.getObject("pool_id", UUID.class),
                Contribution.Payer.valueOf(row.getString("payer")),
                row.getObject("fund_id", UUID.class),
                row.getObject("source_id", UUID.class),
                row.getInt("year"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("document_number"),
                row.getObject("entry_id", UUID.class));
    }
}
