package org.jingzhun.funding.donation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Follows the money of a donation through the ledger by its source. */
@ApplicationScoped
public class DonationUses {

    private static final String WHERE = """
            select kind, division, subject, sum(balance_fen) as fen from account
            where source_id = ? and kind <> 'SOURCE' and balance_fen <> 0 group by kind, division, subject
            order by kind, division, subject
            """;
    private static final String ENTRIES = """
            select distinct e.county, e.number, e.id, e.kind, e.memo, e.posted_at from account a
            join posting p on p.account_id = a.id join journal_entry e on e.id = p.entry_id
            where a.source_id = ? order by e.county, e.number
            """;

    private final Database database;

    DonationUses(Database database) {
        this.database = database;
    }

    /**
     * What of it lies where.
     *
     * @param subject the project, fund or asset, if the kind of account has one
     */
    public record Place(
            AccountKind kind, long division, @Nullable UUID subject, Money amount) {}

    /** A booking that moved some of it. */
    public record Booked(UUID id, JournalEntry.Kind kind, String memo, LocalDate on) {}

    public List<Place> listPlaces(UUID source) {
        return database.list(
                WHERE,
                row -> new Place(
                        AccountKind.valueOf(row.getString("kind")),
                        row.getLong("division"),
                        row.getObject("subject", UUID.class),
                        Money.ofFen(row.getLong("fen"))),
                source);
    }

    /** In the order of the journal. */
    public List<Booked> listEntries(UUID source) {
        return database.list(
                ENTRIES,
                row -> new Booked(
                        row.getObject("id", UUID.class),
                        JournalEntry.Kind.valueOf(row.getString("kind")),
                        row.getString("memo"),
                        LocalDate.ofInstant(
                                row.getObject("posted_at", OffsetDateTime.class).toInstant(), Clocks.SHANGHAI)),
                source);
    }
}
