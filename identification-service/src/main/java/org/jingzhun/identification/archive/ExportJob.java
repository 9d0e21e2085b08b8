package org.jingzhun.identification.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.archive.manifest.Canonical;
import org.jspecify.annotations.Nullable;

/** Compiles the files of an export, some households at a time. */
@ApplicationScoped
class ExportJob implements JobKind {

    static final String KIND = "archive-export";

    private static final int SLICE = 100;
    private static final String KEEP = """
            insert into archive_export_file (export_id, seq, village_code, household_id, sha256, content)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String FINISH = """
            update archive_export set finished_at = ?, households = ? where id = ? and finished_at is null""";

    private final Archiving archiving;
    private final IssuedManifests issued;
    private final Sealing sealing;
    private final Clock clock;

    ExportJob(Archiving archiving, IssuedManifests issued, Sealing sealing, Clock clock) {
        this.archiving = archiving;
        this.issued = issued;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** @param from lowest code of the division, likewise the highest */
    record Input(long from, long to, Discretion scope) {}

    /** What the client gets to see. */
    record Result(UUID exportId, long households) {}

    private record Done(ArchiveFile.@Nullable Subject last, long households, boolean finished) {}

    private record Row(long seq, long village, UUID household, String sha256, byte[] content) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        Input input = run.input(Input.class);
        Area division = new Area(input.from(), input.to());
        Done done = run.checkpoint(Done.class).orElse(new Done(null, 0, false));
        if (done.last() == null) {
            run.total(archiving.count(division));
        }
        while (!done.finished()) {
            Done before = done;
            done = (Done) run.inChunk(connection -> {
                        Done after = next(connection, run.id(), division, input.scope(), before);
                        return new Progress(after, after.households());
                    })
                    .checkpoint();
        }
        return Outcome.succeeded(new Result(run.id(), done.households()));
    }

    private Done next(Connection connection, UUID export, Area division, Discretion scope, Done before)
            throws SQLException {
        List<ArchiveFile> files = archiving.list(division, before.last(), SLICE, scope);
        if (files.isEmpty()) {
            finish(connection, export, before.households());
            return new Done(before.last(), before.households(), true);
        }
        issued.keep(files);
        List<Row> rows = new ArrayList<>();
        for (ArchiveFile file : files) {
            rows.add(row(before.households() + rows.size() + 1, file));
        }
        keep(connection, export, rows);
        return new Done(files.getLast().subject(), before.households() + files.size(), false);
    }

    private Row row(long seq, ArchiveFile file) {
        UUID household = file.subject().householdId();
        byte[] json = file.json();
        return new Row(
                seq,
                Long.parseLong(file.subject().villageCode()),
                household,
                Canonical.sha256(json),
                sealing.sealBytes(household, Deflated.deflate(json)));
    }

    private static void keep(Connection connection, UUID export, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            for (Row row : rows) {
                insert.setObject(1, export);
                insert.setLong(2, row.seq());
                insert.setLong(3, row.village());
                insert.setObject(4, row.household());
                insert.setBytes(5, HexFormat.of().parseHex(row.sha256()));
                insert.setBytes(6, row.content());
                insert.addBatch();
            }
            var unused = insert.executeBatch();
        }
    }

    private void finish(Connection connection, UUID export, long households) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(FINISH)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setLong(2, households);
            update.setObject(3, export);
            update.executeUpdate();
        }
    }
}
