package org.jingzhun.identification.archive;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.identification.access.Discretion;

/** The exports of the caller's area, and their files. */
@ApplicationScoped
public class Exports {

    private static final String FIND = """
            select id, area_from, area_to, shows_numbers, shows_health, reason, ordered_name, ordered_at, finished_at,
                   households
            from archive_export where id = ?1""";
    private static final String FILES = """
            select seq, village_code, household_id, sha256, content from archive_export_file
            where export_id = ?1 and seq > ?2 order by seq limit ?3""";

    private final Session database;
    private final Sealing sealing;
    private final CurrentCaller caller;
    private final Clock clock;
    private final Duration kept;

    Exports(
            Session database,
            Sealing sealing,
            CurrentCaller caller,
            Clock clock,
            @ConfigProperty(name = "jingzhun.identification.exports.kept", defaultValue = "7d") Duration kept) {
        this.database = database;
        this.sealing = sealing;
        this.caller = caller;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * A file of an export.
     *
     * @param name in the ZIP
     * @param sha256 of the JSON
     */
    public record ExportedFile(long seq, String name, String sha256, byte[] json) {}

    /** Until when its files can be fetched. */
    public Instant until(Export export) {
        return export.orderedAt().plus(kept);
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404, also when a part lies outside of the caller's area */
    @Transactional
    public Export get(UUID id) {
        Optional<Export> found =
                database.createNativeQuery(FIND, Tuple.class).setParameter(1, id).getResultList().stream()
                        .findFirst()
                        .map(Exports::export)
                        .filter(export -> caller.get().area().covers(export.area()));
        return found.orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /**
     * An export whose files can be fetched.
     *
     * @throws ArchiveException when the job has not ended, or the files tell more than the caller may see
     */
    @Transactional
    public Export getFinished(UUID id) {
        Export export = get(id);
        if (!Discretion.of(caller.get().roles()).covers(export.scope())) {
            throw new ArchiveException(new ArchiveRefusal.TellsMore());
        }
        if (export.finishedAt() == null) {
            throw new ArchiveException(new ArchiveRefusal.ExportUnfinished());
        }
        return export;
    }

    /** The files behind one of them, 0 for the first. */
    @Transactional
    public List<ExportedFile> listFiles(Export export, long after, int limit) {
        return database
                .createNativeQuery(FILES, Tuple.class)
                .setParameter(1, export.id())
                .setParameter(2, after)
                .setParameter(3, limit)
                .getResultList()
                .stream()
                .map(row -> {
                    UUID household = row.get("household_id", UUID.class);
                    return new ExportedFile(
                            row.get("seq", Long.class),
                            "%012d/%s.json".formatted(row.get("village_code", Long.class), household),
                            HexFormat.of().formatHex(row.get("sha256", byte[].class)),
                            Deflated.inflate(sealing.openBytes(household, row.get("content", byte[].class))));
                })
                .toList();
    }

    @Scheduled(every = "1h", delayed = "5m")
    @RunOnVirtualThread
    @Transactional
    void dropOld() {
        var unused = database.createNativeQuery("select drop_archive_exports(?1)", Long.class)
                .setParameter(1, clock.instant().minus(kept))
                .getSingleResult();
    }

    private static Export export(Tuple row) {
        return new Export(
                row.get("id", UUID.class),
                new Area(row.get("area_from", Long.class), row.get("area_to", Long.class)),
                new Discretion(row.get("shows_numbers", Boolean.class), row.get("shows_health", Boolean.class)),
                row.get("reason", String.class),
                row.get("ordered_name", String.class),
                row.get("ordered_at", Instant.class),
                row.get("finished_at", Instant.class),
                row.get("households", Long.class));
    }
}
