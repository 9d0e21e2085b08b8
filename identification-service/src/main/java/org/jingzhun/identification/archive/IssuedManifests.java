package org.jingzhun.identification.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.identification.archive.manifest.Manifest;

/** The manifests of files that were given out: what is not here was not made by this service. */
@ApplicationScoped
public class IssuedManifests {

    private static final String KEEP = """
            insert into archive_manifest (household_id, sha256, village_code, issued_at)
            values (?1, decode(?2, 'hex'), ?3, ?4) on conflict do nothing""";
    private static final String FIND = """
            select household_id, village_code, issued_at from archive_manifest where sha256 = decode(?1, 'hex')""";

    private final Session database;
    private final Clock clock;

    IssuedManifests(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A file that was given out.
     *
     * @param issuedAt for the first time
     */
    public record Issued(UUID householdId, String villageCode, String sha256, Instant issuedAt) {}

    /** To be called in the transaction that reads the file. */
    public void keep(Manifest manifest) {
        int unused = database.createNativeMutationQuery(KEEP)
                .setParameter(1, manifest.householdId())
                .setParameter(2, manifest.sha256())
                .setParameter(3, Long.parseLong(manifest.villageCode()))
                .setParameter(4, clock.instant())
                .executeUpdate();
    }

    /**
     * The file with this hash, when it is of a household of the caller's area.
     *
     * @param sha256 64 hexadecimal digits
     */
    public Optional<Issued> find(String sha256) {
        List<Tuple> rows = database.createNativeQuery(FIND, Tuple.class)
                .setParameter(1, sha256)
                .getResultList();
        return rows.stream()
                .map(row -> new Issued(
                        row.get(0, UUID.class),
                        "%012d".formatted(row.get(1, Long.class)),
                        sha256,
                        row.get(2, Instant.class)))
                .findFirst();
    }
}
