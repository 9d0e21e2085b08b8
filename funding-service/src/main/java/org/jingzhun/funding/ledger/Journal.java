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
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
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
    private static final String INSERT_ENTRIES = """
            insert into journal_entry
              (id, county, number, kind, business_key, memo, reverses, posted_by, posted_at, lines, previous_hash, hash)
            select id, county, number, kind, business_key, memo, reverses, posted_by, posted_at, lines, decode(previous, 'hex'),
                   decode(hash, 'hex')
            from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[],
                   ?::timestamptz[], ?::integer[], ?::text[], ?::text[])
                 e (id, county, number, kind, business_key, memo, reverses, posted_by, posted_at, lines, previous, hash)
            on conflict (business_key) do nothing
            """;
    private static final String INSERT_POSTINGS = """
            insert into posting (entry_id, line, account_id, division, amount_fen)
            select * from unnest(?::uuid[], ?::integer[], ?::uuid[], ?::bigint[], ?::bigint[])
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

    /** Entries with one of the business keys. */
    List<JournalEntry> listByKeys(List<String> businessKeys) {
        var rows = database.list(
                "select " + COLUMNS + " from journal_entry where business_key = any (?::text[])",
                Journal::readHeader,
                (Object) businessKeys.toArray());
        return withPostings(rows).stream().map(Hashed::entry).toList();
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

    /**
     * Writes entries that follow each other behind the end of their county's chain: first their postings, then the entries,
     * which the database takes only complete.
     *
     * @throws LedgerRefusal.PostedBefore if a business key is there
     */
    void append(List<JournalEntry> entries, Link end) {
        insertPostings(entries);
        var hashes = HashChain.over(end.hash(), entries);
        int inserted = database.execute(
                INSERT_ENTRIES,
                texts(entries, JournalEntry::id),
                numbers(entries, JournalEntry::county),
                numbers(entries, JournalEntry::number),
                texts(entries, JournalEntry::kind),
                texts(entries, JournalEntry::businessKey),
                texts(entries, JournalEntry::memo),
                texts(entries, JournalEntry::reverses),
                texts(entries, JournalEntry::postedBy),
                texts(entries, JournalEntry::postedAt),
                numbers(entries, entry -> (long) entry.postings().size()),
                hashes.subList(0, entries.size()).toArray(),
                hashes.subList(1, entries.size() + 1).toArray());
        if (inserted < entries.size()) {
            throw new LedgerRefusal.PostedBefore(entries.getFirst().businessKey());
        }
    }

    private void insertPostings(List<JournalEntry> entries) {
        List<Numbered> lines = entries.stream()
                .flatMap(entry -> IntStream.range(0, entry.postings().size())
                        .mapToObj(line -> new Numbered(
                                entry.id(), line + 1, entry.postings().get(line))))
                .toList();
        database.execute(
                INSERT_POSTINGS,
                texts(lines, Numbered::entryId),
                numbers(lines, Numbered::line),
                texts(lines, line -> line.posting().accountId()),
                numbers(lines, line -> line.posting().division()),
                numbers(lines, line -> line.posting().amount().fen()));
    }

    private record Numbered(UUID entryId, long line, Posting posting) {}

    private static <T> @Nullable Object[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(row -> {
                    var value = column.apply(row);
                    return value == null ? null : value.toString();
                })
                .toArray();
    }

    private static <T> Long[] numbers(List<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
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
