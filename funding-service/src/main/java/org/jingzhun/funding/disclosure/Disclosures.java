package org.jingzhun.funding.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All disclosures: everybody may read them. */
@ApplicationScoped
public class Disclosures {

    private static final String SELECT = """
            select d.*, r.id as replaced_by,
                   (select count(*) from disclosure_objection o where o.disclosure_id = d.id) as objections,
                   (select count(*) from disclosure_objection o where o.disclosure_id = d.id and o.answer is null) as open
            from disclosure d left join disclosure r on r.replaces = d.id
            """;
    private static final String LIST = SELECT + """
            where (d.division between ? and ?
                   or ? and exists (select from disclosure_place v where v.disclosure_id = d.id and v.division between ? and ?))
              and (?::integer is null or d.year = ?::integer)
              and (?::text is null or d.kind = ?::text)
              and (?::text is null or strpos(d.title, ?::text) > 0 or strpos(d.document, ?::text) > 0)
              and (?::uuid is null or d.id < ?::uuid)
            order by d.id desc limit ?
            """;
    private static final String NEWEST = """
            select d.id, d.snapshot from disclosure d
            where d.subject = ? and d.kind = ? and d.county = ? and not exists (select 1 from disclosure r where r.replaces = d.id)
            order by d.number desc limit 1
            """;
    private static final String INSERT = """
            insert into disclosure (id, county, number, division, year, kind, phase, subject, title, document, announced_on,
              ends_on, board_days, announced_at, replaces, snapshot, previous_hash, hash, signature, key_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?)
            """;

    /** An area with fewer codes than a county has lies within one. */
    private static final long COUNTY = 999_999;

    private final Database database;

    Disclosures(Database database) {
        this.database = database;
    }

    /** Which disclosures are meant; null means any. */
    public record Filter(
            Area area,
            @Nullable Integer year,
            @Nullable DisclosureKind kind,
            @Nullable String text) {}

    /** The newest first; of a village or township also what names villages there. */
    public List<Disclosure> list(Filter filter, @Nullable UUID before, int limit) {
        var kind = filter.kind() == null ? null : filter.kind().name();
        return database.list(
                LIST,
                Disclosures::read,
                filter.area().from(),
                filter.area().to(),
                filter.area().to() - filter.area().from() < COUNTY,
                filter.area().from(),
                filter.area().to(),
                filter.year(),
                filter.year(),
                kind,
                kind,
                filter.text(),
                filter.text(),
                filter.text(),
                before,
                before,
                limit);
    }

    /** @throws DisclosureRefusal.UnknownDisclosure if there is none */
    public Disclosure get(UUID id) {
        return database.find(SELECT + "where d.id = ?", Disclosures::read, id)
                .orElseThrow(() -> new DisclosureRefusal.UnknownDisclosure(id));
    }

    /** The snapshot of a subject that no later one replaces. */
    Optional<UUID> findNewest(Announcement announced) {
        return findNewest(announced, row -> row.getObject("id", UUID.class));
    }

    Optional<String> findNewestSnapshot(Announcement announced) {
        return findNewest(announced, row -> row.getString("snapshot"));
    }

    private <T> Optional<T> findNewest(Announcement announced, Database.RowReader<T> reader) {
        return database.find(
                NEWEST, reader, announced.subject(), announced.kind().name(), announced.county());
    }

    boolean has(DisclosureKind kind, UUID subject) {
        return database.find(
                        "select 1 from disclosure where subject = ? and kind = ?", row -> true, subject, kind.name())
                .isPresent();
    }

    /** The hash of the county's snapshot with a number. */
    Optional<String> findHash(long county, long number) {
        return database.find(
                "select hash from disclosure where county = ? and number = ?", row -> row.getString(1), county, number);
    }

    /** The end of a county's chain. */
    record End(long number, String hash) {}

    /** Keeps others from the end of a county's chain until the transaction ends. */
    End lockEnd(long county) {
        database.list(
                "select pg_advisory_xact_lock(hashtext('disclosure'), ?)", row -> county, (int) (county / 1_000_000));
        return database.find(
                        "select number, hash from disclosure where county = ? order by number desc limit 1",
                        row -> new End(row.getLong("number"), row.getString("hash")),
                        county)
                .orElseGet(() -> new End(0, Signing.BEGINNING));
    }

    /** @param villages that it names */
    void insert(Disclosure disclosure, List<Long> villages) {
        database.execute(
                INSERT,
                disclosure.id(),
                disclosure.county(),
                disclosure.number(),
                disclosure.division(),
                disclosure.year(),
                disclosure.kind().name(),
                disclosure.phase().name(),
                disclosure.subject(),
                disclosure.title(),
                disclosure.document(),
                disclosure.announcedOn(),
                disclosure.endsOn(),
                disclosure.boardDays(),
                disclosure.announcedAt(),
                disclosure.replaces(),
                disclosure.snapshot(),
                disclosure.previousHash(),
                disclosure.hash(),
                disclosure.signature(),
                disclosure.keyId());
        database.execute(
                "insert into disclosure_place (disclosure_id, division) select ?, unnest(?::bigint[])",
                disclosure.id(),
                villages.toArray(Long[]::new));
    }

    /** Keeps a public key, so that what it signed stays verifiable when there is another. */
    void keepKey(String keyId, String publicKey) {
        database.execute(
                "insert into disclosure_key (key_id, public_key) values (?, ?) on conflict do nothing",
                keyId,
                publicKey);
    }

    /** A public key that has signed, base64 of the X.509 form. */
    public Optional<String> findKey(String keyId) {
        return database.find("select public_key from disclosure_key where key_id = ?", row -> row.getString(1), keyId);
    }

    private static Disclosure read(ResultSet row) throws SQLException {
        return new Disclosure(
                row.getObject("id", UUID.class),
                row.getLong("county"),
                row.getLong("number"),
                row.getLong("division"),
                row.getInt("year"),
                DisclosureKind.valueOf(row.getString("kind")),
                DisclosurePhase.valueOf(row.getString("phase")),
                row.getObject("subject", UUID.class),
                row.getString("title"),
                row.getString("document"),
                row.getObject("announced_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("board_days"),
                row.getObject("announced_at", OffsetDateTime.class).toInstant(),
                row.getObject("replaces", UUID.class),
                row.getObject("replaced_by", UUID.class),
                row.getInt("objections"),
                row.getInt("open"),
                row.getString("snapshot"),
                row.getString("previous_hash"),
                row.getString("hash"),
                row.getString("signature"),
                row.getString("key_id"));
    }
}
