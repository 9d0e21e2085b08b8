package org.jingzhun.identification.archive;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.job.JobState;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.time.Clocks;

/** Orders that the archive of a county and year is sealed (年度归档封存). */
@ApplicationScoped
public class YearSealing {

    private static final String BEGIN = """
            insert into archive_seal (id, county, year, job_id, retention, sections, sealed_by, sealed_name, begun_at)
            values (:id, :county, :year, :job, :retention, :sections, :by, :name, :at)
            on conflict (county, year) do nothing""";
    private static final String RESUME = "select resume_archive_seal(:id, :former, :job, :sections)";

    private final Session database;
    private final Archiving archiving;
    private final Seals seals;
    private final RetentionSchedules retention;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    YearSealing(
            Session database,
            Archiving archiving,
            Seals seals,
            RetentionSchedules retention,
            Jobs jobs,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.archiving = archiving;
        this.seals = seals;
        this.retention = retention;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Seals the files of a county's registered households; goes on where a job that failed has ended.
     *
     * @return id of the job
     * @throws ArchiveException when the county is not the caller's, the year is not over, or it is sealed already
     */
    @Transactional
    public UUID order(Area county, int year) {
        Caller acting = caller.get();
        if (!acting.area().covers(county)) {
            throw new ArchiveException(new ArchiveRefusal.NotTheWholeDivision());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        if (year >= today.getYear()) {
            throw new ArchiveException(new ArchiveRefusal.YearNotOver(year));
        }
        UUID job = UuidCreator.getTimeOrderedEpoch();
        Optional<Seal> earlier = seals.findOf(county.from(), year);
        UUID seal = earlier.map(Seal::id).orElse(job);
        boolean begun = earlier.map(known -> resumes(known, job)).orElseGet(() -> begins(job, county, year, today));
        if (!begun) {
            throw new ArchiveException(new ArchiveRefusal.SealUnderWay(year));
        }
        audit.record(AuditEntry.listing("archive-sealed", "archives", county).with("year", year));
        return jobs.submit(job, SealJob.KIND, new SealJob.Input(seal, county.from(), county.to()), null);
    }

    private boolean begins(UUID id, Area county, int year, LocalDate today) {
        Caller acting = caller.get();
        return database.createNativeMutationQuery(BEGIN)
                        .setParameter("id", id)
                        .setParameter("county", county.from())
                        .setParameter("year", year)
                        .setParameter("job", id)
                        .setParameter("retention", retention.inForce(county.from(), today))
                        .setParameter("sections", archiving.lastingNames().toArray(String[]::new))
                        .setParameter("by", acting.subject())
                        .setParameter("name", acting.name())
                        .setParameter("at", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private boolean resumes(Seal seal, UUID job) {
        if (seal.sealedAt() != null) {
            throw new ArchiveException(new ArchiveRefusal.SealedBefore(seal.year()));
        }
        boolean ended = jobs.find(seal.jobId())
                .map(former -> former.state() == JobState.FAILED || former.state() == JobState.CANCELLED)
                .orElse(true);
        return ended
                && database.createNativeQuery(RESUME, Boolean.class)
                        .setParameter("id", seal.id())
                        .setParameter("former", seal.jobId())
                        .setParameter("job", job)
                        .setParameter("sections", archiving.lastingNames().toArray(String[]::new))
                        .getSingleResult();
    }
}
