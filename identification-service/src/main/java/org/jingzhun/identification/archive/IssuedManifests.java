package org.jingzhun.identification.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.identification.archive.manifest.Manifest;
import org.jingzhun.identification.archive.section.Values;

/** The manifests of files that were given out: what is not here was not made by this service. */
@ApplicationScoped
public class IssuedManifests {

    private static final String KEEP = """
            insert into archive_manifest (household_id, sha256, village_code, issued_at)
            select household, decode(sha256, 'hex'), village, ?
            from unnest(?::uuid[], ?, ?) as file (household, sha256, village) on conflict do nothing""";
    private static final String FIND = """
            select household_id, village_code, issued_at from archive_manifest where sha256 = decode(?, 'hex')""";

    private final Database database;
    private final Clock clock;

    IssuedManifests(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A file that was given out.
     *
     * @param issuedAt for the first time
     */
    public record Issued(UUID householdId, String villageCode, String sha256, Instant issuedAt) {}

    /** To be called in the transaction that reads the files. */
    public void keep(Collection<ArchiveFile> files) {
        List<Manifest> manifests = files.stream().map(ArchiveFile::manifest).toList();
        int unused = database.execute(
                KEEP,
                clock.instant(),
                of(manifests, manifest -> manifest.householdId().toString()),
                of(manifests, Manifest::sha256),
                manifests.stream()
                        .map(manifest -> Long.valueOf(manifest.villageCode()))
                        .toArray(Long[]::new));
    }

    private static String[] of(List<Manifest> manifests, Function<Manifest, String> value) {
        return manifests.stream().map(value).toArray(String[]::new);
    }

    /**
     * The file with this hash, when it is of a household of the caller's area.
     *
     * @param sha256 64 hexadecimal digits
     */
    public Optional<Issued> find(String sha256) {
        return database.find(
                FIND,
                row -> new Issued(
                        row.getObject("household_id", UUID.class),
                        Values.division(row, "village_code"),
                        sha256,
                        row.getObject("issued_at", OffsetDateTime.class).toInstant()),
                sha256);
    }
}
