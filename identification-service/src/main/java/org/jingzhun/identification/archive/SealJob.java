package org.jingzhun.identification.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.batch.Columns;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.archive.manifest.Manifest;
import org.jspecify.annotations.Nullable;

/** Compiles the files of a county, some households at a time, and keeps their hashes; nothing of their content. */
@ApplicationScoped
class SealJob implements JobKind {

    static final String KIND = "archive-seal";

    private static final int SLICE = 200;
    private static final String KEEP = """
            insert into archive_sealed (seal_id, household_id, village_code, shows_numbers, shows_health, sha256, digests)
            select ?::uuid, household, village, numbers, health, decode(sha256, 'hex'), decode(digests, 'hex')
            from unnest(?::uuid[], ?::bigint[], ?::boolean[], ?::boolean[], ?::text[], ?::text[])
              as u (household, village, numbers, health, sha256, digests)
            on conflict do nothing""";
    private static final String CLOSE = """
            update archive_seal set sealed_at = ?, households = t.households, root = t.root
            from (select count(*) as households,
                         sha256(convert_to(coalesce(string_agg(encode(sha256, 'hex') || '  ' || household_id || E'\\n', ''
                           order by household_id), ''), 'UTF8')) as root
                  from archive_sealed where seal_id = ? and shows_numbers and shows_health) t
            where id = ? and sealed_at is null
            returning archive_seal.households""";

    private final Archiving archiving;
    private final Clock clock;

    SealJob(Archiving archiving, Clock clock) {
        this.archiving = archiving;
        this.clock = clock;
    }

    /** @param from lowest code of the county, likewise the highest */
    record Input(UUID sealId, long from, long to) {}

    /** What the client gets to see. */
    record Result(UUID sealId, long households) {}

    private record Done(ArchiveFile.@Nullable Subject last, long households, boolean closed) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) throws SQLException {
        Input input = run.input(Input.class);
        Area county = new Area(input.from(), input.to());
        Done done = run.checkpoint(Done.class).orElse(new Done(null, 0, false));
        if (done.last() == null) {
            run.total(archiving.count(county));
        }
        while (!done.closed()) {
            Done before = done;
            done = (Done) run.inChunk(connection -> {
                        Done after = next(connection, input.sealId(), county, before);
                        return new Progress(after, after.households());
                    })
                    .checkpoint();
        }
        return Outcome.succeeded(new Result(input.sealId(), done.households()));
    }

    private Done next(Connection connection, UUID seal, Area county, Done before) throws SQLException {
        List<ArchiveFile> files = archiving.list(county, before.last(), SLICE, Discretion.WHOLE);
        if (files.isEmpty()) {
            return new Done(before.last(), close(connection, seal), true);
        }
        List<UUID> households =
                files.stream().map(file -> file.subject().householdId()).toList();
        List<Manifest> manifests = new ArrayList<>();
        for (Discretion scope : Discretion.MEASURES) {
            (scope.equals(Discretion.WHOLE) ? files : archiving.list(households, scope))
                    .forEach(file -> manifests.add(file.lasting()));
        }
        keep(connection, seal, manifests);
        return new Done(files.getLast().subject(), before.households() + files.size(), false);
    }

    private static void keep(Connection connection, UUID seal, List<Manifest> manifests) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setObject(1, seal);
            var unused = new Columns<>(insert, manifests, 2)
                    .set("uuid", Manifest::householdId)
                    .set("bigint", manifest -> Long.parseLong(manifest.villageCode()))
                    .set("boolean", manifest -> manifest.scope().showsNumbers())
                    .set("boolean", manifest -> manifest.scope().showsHealth())
                    .set("text", Manifest::sha256)
                    .set("text", SealJob::digests);
            insert.executeUpdate();
        }
    }

    private static String digests(Manifest manifest) {
        return manifest.sections().stream().map(Manifest.Entry::sha256).collect(Collectors.joining());
    }

    private long close(Connection connection, UUID seal) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLOSE)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setObject(2, seal);
            update.setObject(3, seal);
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("seal %s must be open".formatted(seal));
                }
                return row.getLong(1);
            }
        }
    }
}
