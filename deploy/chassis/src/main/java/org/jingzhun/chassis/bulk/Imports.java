package org.jingzhun.chassis.bulk;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.sealing.Sealing;
import org.jspecify.annotations.Nullable;

/** Takes uploads. */
@ApplicationScoped
public class Imports {

    private final ImportKinds kinds;
    private final ImportRows rows;
    private final ImportSettings settings;
    private final Jobs jobs;
    private final Audit audit;
    private final CurrentCaller caller;
    private final AgroalDataSource database;
    private final Sealing sealing;

    Imports(
            ImportKinds kinds,
            ImportRows rows,
            ImportSettings settings,
            Jobs jobs,
            Audit audit,
            CurrentCaller caller,
            AgroalDataSource database,
            Sealing sealing) {
        this.kinds = kinds;
        this.rows = rows;
        this.settings = settings;
        this.jobs = jobs;
        this.audit = audit;
        this.caller = caller;
        this.database = database;
        this.sealing = sealing;
    }

    /** How the rows of a body are written. */
    public enum Form {
        NDJSON,
        CSV
    }

    /**
     * Stages the rows of a body and queues their merge, all in one transaction: if it fails, nothing is left.
     *
     * @param atomic whether one bad row stops all
     * @param body plain, in UTF-8; is read to its end
     * @return the id of the import and of its job
     * @throws org.jingzhun.chassis.http.ProblemException 400 or 403, when nothing can be imported at all
     */
    public UUID upload(String kindName, boolean atomic, ImportParameters parameters, Form form, InputStream body) {
        Caller asking = caller.get();
        ImportKind kind = kinds.get(kindName);
        if (!asking.hasAny(kind.roles())) {
            throw Problem.of(403, "role-required").asException();
        }
        jobs.requireRoom();
        RowFormat format = kinds.format(kind, parameters);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Callable<UUID> stage = () -> {
            long lines = stage(id, kindName, format, parameters, form, body);
            if (lines == 0) {
                throw Problem.of(400, "import-body-empty").asException();
            }
            var order = new ImportOrder(kindName, parameters, atomic, lines);
            try (Connection connection = database.getConnection()) {
                rows.insert(connection, id, order, format.table());
            }
            audit.record(AuditEntry.of("import-uploaded", "import", id)
                    .with("kind", kindName)
                    .with("lines", lines));
            return jobs.submit(id, ImportJob.KIND, order, lines);
        };
        return QuarkusTransaction.requiringNew()
                .timeout((int) settings.upload().toSeconds())
                .call(stage);
    }

    private long stage(UUID id, String kind, RowFormat format, ImportParameters parameters, Form form, InputStream body)
            throws SQLException {
        var lookAlikes = new LookAlikes(kind, format, () -> kinds.others(kind));
        @Nullable RowIntake intake = null;
        try (Connection connection = database.getConnection();
                var copy = new StagingCopy(connection, id, format, sealing)) {
            intake = new RowIntake(format, copy, caller.get().area(), lookAlikes, parameters.year());
            switch (form) {
                case NDJSON -> new NdjsonRows(body, intake, settings.lineBytesAtMost()).read();
                case CSV -> new CsvRows(body, intake, settings.lineBytesAtMost()).read();
            }
            copy.finish();
            return intake.lastLine();
        } catch (IOException gone) {
            long behind = intake == null ? 0 : intake.lastLine();
            throw Problem.of(400, "import-body-broken", behind, gone.getMessage() == null ? "?" : gone.getMessage())
                    .asException();
        }
    }
}
