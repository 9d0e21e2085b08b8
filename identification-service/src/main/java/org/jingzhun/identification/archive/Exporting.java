package org.jingzhun.identification.archive;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.identification.access.Discretion;

/** Orders exports of files (批量导出). */
@ApplicationScoped
public class Exporting {

    private static final String ORDER = """
            insert into archive_export (id, area_from, area_to, shows_numbers, shows_health, reason, ordered_by,
                                        ordered_name, ordered_at)
            values (:id, :from, :to, :numbers, :health, :reason, :by, :name, :at)""";

    private final Session database;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Exporting(Session database, Jobs jobs, CurrentCaller caller, Audit audit, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Has the files of a division's registered households compiled, as far as the caller may see them.
     *
     * @return id of the export and of its job
     * @throws ArchiveException when the division is not wholly the caller's
     */
    @Transactional
    public UUID order(Area division, String reason) {
        Caller acting = caller.get();
        if (!acting.area().covers(division)) {
            throw new ArchiveException(new ArchiveRefusal.NotTheWholeDivision());
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Discretion scope = Discretion.of(acting.roles());
        int unused = database.createNativeMutationQuery(ORDER)
                .setParameter("id", id)
                .setParameter("from", division.from())
                .setParameter("to", division.to())
                .setParameter("numbers", scope.showsNumbers())
                .setParameter("health", scope.showsHealth())
                .setParameter("reason", reason)
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .executeUpdate();
        audit.record(
                AuditEntry.listing("archives-exported", "archives", division).because(reason));
        return jobs.submit(id, ExportJob.KIND, new ExportJob.Input(division.from(), division.to(), scope), null);
    }
}
