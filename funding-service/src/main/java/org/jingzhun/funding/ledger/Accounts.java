package org.jingzhun.funding.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All accounts within the caller's area. Balances are written by the database alone. */
@ApplicationScoped
public class Accounts {

    private static final String COLUMNS = "id, kind, county, division, source_id, year, subject, balance_fen";
    private static final String LIST = "select " + COLUMNS + """
             from account
            where division between ? and ? and (?::text is null or kind = ?::text) and (?::integer is null or year = ?::integer)
              and (?::uuid is null or source_id = ?::uuid) and (?::uuid is null or subject = ?::uuid)
              and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;
    private static final String OPEN = """
            insert into account (id, kind, county, division, source_id, year, subject, minimum_fen)
            select *
            from unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::uuid[], ?::integer[], ?::uuid[], ?::bigint[])
            on conflict do nothing
            """;
    private static final String FIND_ALL = "select " + COLUMNS + """
             from account join unnest(?::text[], ?::bigint[], ?::bigint[], ?::uuid[], ?::integer[], ?::uuid[])
                 k (k_kind, k_county, k_division, k_source, k_year, k_subject)
               on kind = k_kind and county = k_county and division = k_division and source_id = k_source and year = k_year
                 and subject is not distinct from k_subject
            """;

    private static final String HOLDING = "select " + COLUMNS + """
             from account
            where county = ? and year = ? and balance_fen > 0 and kind = any (?::text[])
            order by id
            """;
    private static final String HOLDING_BEFORE = """
            select min(a.year) from account a
            where a.county = ? and a.year < ? and a.balance_fen > 0 and a.kind = any (?::text[])
              and not exists (select 1 from closed_year c where c.county = a.county and c.year = a.year)
            """;

    private final Database database;

    Accounts(Database database) {
        this.database = database;
    }

    public Optional<Account> find(UUID id) {
        return database.find("select " + COLUMNS + " from account where id = ?", Accounts::read, id);
    }

    /** Those of the accounts that exist within the caller's area, by their ids. */
    public Map<UUID, Account> findByIds(Collection<UUID> ids) {
        var found = new HashMap<UUID, Account>();
        database.list("select " + COLUMNS + " from account where id = any (?::uuid[])", Accounts::read, (Object)
                        ids.stream().map(UUID::toString).toArray())
                .forEach(account -> found.put(account.id(), account));
        return found;
    }

    public Optional<Account> find(AccountKey key) {
        return Optional.ofNullable(findAll(List.of(key)).get(key));
    }

    /** Which accounts are meant; null means any. */
    public record Filter(
            @Nullable AccountKind kind,
            @Nullable Integer year,
            @Nullable UUID sourceId,
            @Nullable UUID subject) {}

    /** In the order of their ids. */
    public List<Account> list(Area area, Filter filter, @Nullable UUID after, int limit) {
        var kind = filter.kind() == null ? null : filter.kind().name();
        return database.list(
                LIST,
                Accounts::read,
                area.from(),
                area.to(),
                kind,
                kind,
                filter.year(),
                filter.year(),
                filter.sourceId(),
                filter.sourceId(),
                filter.subject(),
                filter.subject(),
                after,
                after,
                limit);
    }

    /** Accounts of a year whose money goes on into the next. */
    List<Account> listToCarry(long county, int year) {
        return database.list(HOLDING, Accounts::read, county, year, carriedKinds());
    }

    /** Every account in a county's books, by id. */
    public Map<UUID, Account> mapOfCounty(long county) {
        var found = new LinkedHashMap<UUID, Account>();
        database.list("select " + COLUMNS + " from account where county = ? order by id", Accounts::read, county)
                .forEach(account -> found.put(account.id(), account));
        return found;
    }

    /** The first year before, not closed, whose money has not gone on; 0 if there is none. */
    public int firstOpenBefore(long county, int year) {
        return database.list(HOLDING_BEFORE, row -> row.getInt(1), county, year, carriedKinds())
                .getFirst();
    }

    private static Object[] carriedKinds() {
        return Arrays.stream(AccountKind.values())
                .filter(AccountKind::carriedOver)
                .map(AccountKind::name)
                .toArray();
    }

    /** Opens the accounts that are missing. */
    Map<AccountKey, Account> open(Collection<AccountKey> keys) {
        var known = findAll(keys);
        var missing = keys.stream().filter(key -> !known.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            insert(missing);
            known.putAll(findAll(missing));
        }
        return known;
    }

    private void insert(List<AccountKey> keys) {
        database.execute(
                OPEN,
                keys.stream().map(k -> k.id().toString()).toArray(),
                keys.stream().map(k -> k.kind().name()).toArray(),
                keys.stream().map(AccountKey::county).toArray(Long[]::new),
                keys.stream().map(AccountKey::division).toArray(Long[]::new),
                keys.stream().map(k -> k.sourceId().toString()).toArray(),
                keys.stream().map(k -> (long) k.year()).toArray(Long[]::new),
                subjects(keys),
                keys.stream().map(k -> k.kind().neverBelowZero() ? 0L : null).toArray(Long[]::new));
    }

    Map<AccountKey, Account> findAll(Collection<AccountKey> keys) {
        var found = new HashMap<AccountKey, Account>();
        database.list(
                        FIND_ALL,
                        Accounts::read,
                        keys.stream().map(k -> k.kind().name()).toArray(),
                        keys.stream().map(AccountKey::county).toArray(Long[]::new),
                        keys.stream().map(AccountKey::division).toArray(Long[]::new),
                        keys.stream().map(k -> k.sourceId().toString()).toArray(),
                        keys.stream().map(k -> (long) k.year()).toArray(Long[]::new),
                        subjects(keys))
                .forEach(account -> found.put(account.key(), account));
        return found;
    }

    private static @Nullable Object[] subjects(Collection<AccountKey> keys) {
        return keys.stream()
                .map(k -> k.subject() == null ? null : k.subject().toString())
                .toArray();
    }

    private static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                new AccountKey(
                        AccountKind.valueOf(row.getString("kind")),
                        row.getLong("county"),
                        row.getLong("division"),
                        row.getObject("source_id", UUID.class),
                        row.getInt("year"),
                        row.getObject("subject", UUID.class)),
                Money.ofFen(row.getLong("balance_fen")));
    }
}
