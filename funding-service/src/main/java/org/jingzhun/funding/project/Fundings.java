package org.jingzhun.funding.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;

/** Money that was set aside for projects, piece by piece, within the caller's area. */
@ApplicationScoped
public class Fundings {

    private final Database database;

    Fundings(Database database) {
        this.database = database;
    }

    /** A piece of it. */
    public record Funding(UUID id, AccountKey from, AccountKey to, Money amount, UUID entryId) {}

    void insert(Project project, Funding funding) {
        database.execute(
                """
                insert into project_funding (id, project_id, division, account_kind, account_division, source_id, year,
                  amount_fen, entry_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                funding.id(),
                project.id(),
                project.division(),
                funding.from().kind().name(),
                funding.from().division(),
                funding.from().sourceId(),
                funding.from().year(),
                funding.amount().fen(),
                funding.entryId());
    }

    /** The first first. */
    public List<Funding> list(Project project) {
        return database.list(
                "select * from project_funding where project_id = ? order by id",
                row -> read(project, row),
                project.id());
    }

    private static Funding read(Project project, ResultSet row) throws SQLException {
        var source = row.getObject("source_id", UUID.class);
        int year = row.getInt("year");
        return new Funding(
                row.getObject("id", UUID.class),
                new AccountKey(
                        AccountKind.valueOf(row.getString("account_kind")),
                        project.county(),
                        row.getLong("account_division"),
                        source,
                        year,
                        null),
                AccountKey.project(project.county(), project.division(), source, year, project.id()),
                Money.ofFen(row.getLong("amount_fen")),
                row.getObject("entry_id", UUID.class));
    }
}
