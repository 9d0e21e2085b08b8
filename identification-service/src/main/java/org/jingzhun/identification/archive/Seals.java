package org.jingzhun.identification.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Conditions;
import org.jingzhun.identification.access.Discretion;
import org.jspecify.annotations.Nullable;

/** The sealed archives of counties that the caller's area touches. */
@ApplicationScoped
public class Seals {

    private static final int DIGEST = 32;
    private static final HexFormat HEX = HexFormat.of();
    private static final String COLUMNS = """
            select id, county, year, job_id, retention, sections, sealed_name, begun_at, sealed_at, households, root
            from archive_seal where\s""";
    private static final String OF_HOUSEHOLD = """
            select s.id, s.year, s.sealed_at, s.sections, f.sha256, f.digests
            from archive_sealed f join archive_seal s on s.id = f.seal_id
            where f.household_id = :household and f.shows_numbers = :numbers and f.shows_health = :health
              and s.sealed_at is not null
            order by s.year, s.county""";
    private static final String HOUSEHOLDS = """
            select household_id, sha256 from archive_sealed
            where seal_id = :seal and shows_numbers and shows_health and household_id > :after
            order by household_id limit :limit""";
    private static final UUID LOWEST = new UUID(0, 0);

    private final Session database;

    Seals(Session database) {
        this.database = database;
    }

    /** @param sha256 of the manifest of the lasting sections of the file that tells everything */
    public record SealedHousehold(UUID householdId, String sha256) {}

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    @Transactional
    public Seal get(UUID id) {
        return read("id = :id", Map.of("id", id)).stream().findFirst().orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
    }

    Optional<Seal> findOf(long county, int year) {
        return read("county = :county and year = :year", Map.of("county", county, "year", year)).stream()
                .findFirst();
    }

    /** The seals by year and county. */
    public Slice<Seal> list(@Nullable Area within, @Nullable Integer year, @Nullable Cursor after, int limit) {
        Conditions where = new Conditions()
                .within("county", within)
                .equal("year", year)
                .behind("year, county", after, last -> List.of(last.number(0), last.number(1)));
        List<Seal> rows = read(where + " order by year, county limit " + (limit + 1), where.values());
        return Slice.of(rows, limit, last -> Cursor.of((long) last.year(), last.county()));
    }

    /** The households of a seal by id: of these lines the root is made. */
    public Slice<SealedHousehold> listHouseholds(UUID seal, @Nullable Cursor after, int limit) {
        List<SealedHousehold> rows = database
                .createNativeQuery(HOUSEHOLDS, Tuple.class)
                .setParameter("seal", get(seal).id())
                .setParameter("after", after == null ? LOWEST : after.id(0))
                .setParameter("limit", limit + 1)
                .getResultList()
                .stream()
                .map(row -> new SealedHousehold(
                        row.get("household_id", UUID.class), HEX.formatHex(row.get("sha256", byte[].class))))
                .toList();
        return Slice.of(rows, limit, last -> Cursor.of(last.householdId()));
    }

    /** What was sealed of a household, the oldest first, of files that tell as much. */
    List<SealedFile> listOf(UUID household, Discretion scope) {
        return database
                .createNativeQuery(OF_HOUSEHOLD, Tuple.class)
                .setParameter("household", household)
                .setParameter("numbers", scope.showsNumbers())
                .setParameter("health", scope.showsHealth())
                .getResultList()
                .stream()
                .map(row -> new SealedFile(
                        row.get("id", UUID.class),
                        row.get("year", Integer.class),
                        row.get("sealed_at", Instant.class),
                        HEX.formatHex(row.get("sha256", byte[].class)),
                        digests(row.get("sections", String[].class), row.get("digests", byte[].class))))
                .toList();
    }

    private static Map<String, String> digests(String[] names, byte[] digests) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (int place = 0; place < names.length; place++) {
            byName.put(names[place], HEX.formatHex(digests, place * DIGEST, (place + 1) * DIGEST));
        }
        return byName;
    }

    private List<Seal> read(String where, Map<String, Object> values) {
        NativeQuery<Tuple> query = database.createNativeQuery(COLUMNS + where, Tuple.class);
        values.forEach(query::setParameter);
        List<Seal> seals = new ArrayList<>();
        for (Tuple row : query.getResultList()) {
            byte[] root = row.get("root", byte[].class);
            seals.add(new Seal(
                    row.get("id", UUID.class),
                    row.get("county", Long.class),
                    row.get("year", Integer.class),
                    row.get("job_id", UUID.class),
                    row.get("retention", String.class),
                    List.of(row.get("sections", String[].class)),
                    row.get("sealed_name", String.class),
                    row.get("begun_at", Instant.class),
                    row.get("sealed_at", Instant.class),
                    row.get("households", Long.class),
                    root == null ? null : HEX.formatHex(root)));
        }
        return seals;
    }
}
