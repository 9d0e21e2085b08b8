package org.jingzhun.funding.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.query.Database;
import org.jspecify.annotations.Nullable;

/** All journal entries within the caller's area; append-only. */
@ApplicationScoped
public class Journal {

    private static final String COLUMNS =
            "id, county, number, kind, business_key, memo, reverses, posted_by, posted_at, hash";
    private static final String LIST = "select " + COLUMNS + """
             from journal_entry
            where county between ? and ? and (?::bigint is null or (county, number) > (?::bigint, ?::bigint))
            order by county, number limit ?
            """;
    private static final String LIST_OF_ACCOUNT = "select " + COLUMNS + """
             from journal_entry e
            where county between ? and ? and (?::bigint is null or (county, number) > (?::bigint, ?::bigint))
              and exists (select 1 from posting p where p.entry_id = e.id and p.account_id = ?)
            order by county, number limit ?
            """;
    private static final String INSERT_ENTRY = """
            insert into journal_entry
              (id, county, number, kind, business_key, memo, reverses, posted_by, posted_at, lines, previous_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?)
            on conflict (business_key) do nothing
            """;
    private static final String INSERT_POSTINGS = """
            insert into posting (entry_id, line, account_id, division, amount_fen)
            select ?, * from unnest(?::integer[], ?::uuid[], ?::bigint[], ?::bigint[])
            """;

    private final Database database;

    Journal(Database database) {
        this.database = database;
    }

    /** An entry with the hash that stands under it, in hexadecimal. */
    public record Hashed(JournalEntry entry, String hash) {}

    public Optional<JournalEntry> find(UUID id) {
        var rows = database.list("select " + COLUMNS + " from journal_entry where id = ?", Journal::readHeader, id);
        return withPostings(rows).stream().findFirst().map(Hashed::entry);
    }

    boolean has(String businessKey) {
        return database.find("select 1 from journal_entry where business_key = ?", row -> true, businessKey)
                .isPresent();
    }

    /**
     * In the order of county and number.
     *
     * @param account only entries that touch it; null for all
     * @param after county and number of the entry behind which to begin, null for the beginning
     */
    public List<Hashed> list(Area area, @Nullable UUID account, @Nullable Place after, int limit) {
        Long county = after == null ? null : after.county();
        Long number = after == null ? null : after.number();
        return withPostings(
                account == null
                        ? database.list(
                                LIST, Journal::readHeader, area.from(), area.to(), county, county, number, limit)
                        : database.list(
                                LIST_OF_ACCOUNT,
                                Journal::readHeader,
                                area.from(),
                                area.to(),
                                county,
                                county,
                                number,
                                account,
                                limit));
    }

    /** An entry's place in the list of all. */
    public record Place(long county, long number) {}

    /** The end of a county's chain, which no other transaction can move until this one ends. */
    Link lockEnd(long county) {
        database.list("select pg_advisory_xact_lock(?)", row -> county, county);
        return database.find(
                        "select number, hash from journal_entry where county = ? order by number desc limit 1",
                        row -> new Link(row.getLong("number"), HexFormat.of().formatHex(row.getBytes("hash"))),
                        county)
                .orElseGet(() -> new Link(0, HashChain.BEGINNING));
    }

    /** The last entry's number and hash in hexadecimal. */
    record Link(long number, String hash) {}

    /** @throws LedgerRefusal.PostedBefore if the business key is there */
    void append(JournalEntry entry, String previousHash) {
        int inserted = database.execute(
                INSERT_ENTRY,
                entry.id(),
                entry.county(),
                entry.number(),
                entry.kind().name(),
                entry.businessKey(),
                entry.memo(),
                entry.reverses(),
                entry.postedBy(),
                entry.postedAt(),
                entry.postings().size(),
                HexFormat.of().parseHex(previousHash),
                HexFormat.of().parseHex(HashChain.next(previousHash, entry)));
        if (inserted == 0) {
            throw new LedgerRefusal.PostedBefore(entry.businessKey());
        }
        var postings = entry.postings();
        database.execute(
                INSERT_POSTINGS,
                entry.id(),
                IntStream.rangeClosed(1, postings.size())
                        .mapToObj(line -> (long) line)
                        .toArray(Long[]::new),
                postings.stream().map(p -> p.accountId().toString()).toArray(),
                postings.stream().map(Posting::division).toArray(Long[]::new),
                postings.stream().map(p -> p.amount().fen()).toArray(Long[]::new));
    }

    private record Unfilled(UUID id, Function<List<Posting>, Hashed> fill) {}

    private static Unfilled readHeader(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        long county = row.getLong("county");
        long number = row.getLong("number");
        var kind = JournalEntry.Kind.valueOf(row.getString("kind"));
        var businessKey = row.getString("business_key");
        var memo = row.getString("memo");
        @Nullable UUID reverses = row.getObject("reverses", UUID.class);
        var postedBy = row.getString("posted_by");
        var postedAt = row.getObject("posted_at", OffsetDateTime.class).toInstant();
        var hash = HexFormat.of().formatHex(row.getBytes("hash"));
        return new Unfilled(
                id,
                postings -> new Hashed(
                        new JournalEntry(
                                id, county, number, kind, businessKey, memo, reverses, postedBy, postedAt, postings),
                        hash));
    }

    private List<Hashed> withPostings(List<Unfilled> entries) {
        var byEntry = new HashMap<UUID, List<Posting>>();
        for (var line : database.list(
                "select entry_id, account_id, division, amount_fen from posting where entry_id = any (?::uuid[])"
                        + " order by entry_id, line",
                Journal::readLine,
                (Object) entries.stream().map(entry -> entry.id().toString()).toArray())) {
            byEntry.computeIfAbsent(line.entryId(), id -> new ArrayList<>()).add(line.posting());
        }
        return entries.stream()
                .map(entry -> entry.fill().apply(byEntry.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    private record Line(UUID entryId, Posting posting) {}

    private static Line readLine(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("entry_id", UUID.class),
                new Posting(
                        row.getObject("account_id", UUID.class),
                        row.getLong("division"),
                        Money.ofFen(row.getLong("amount_fen"))));
    }
}
