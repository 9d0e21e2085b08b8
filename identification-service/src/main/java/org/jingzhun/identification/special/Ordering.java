package org.jingzhun.identification.special;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.special.facts.Student;

/** Orders the long work of the special registers. */
@ApplicationScoped
public class Ordering {

    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    Ordering(Jobs jobs, Audit audit, Clock clock) {
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param schoolYear the one that begins
     * @return id of the job
     * @throws SpecialException when it has not begun
     */
    @Transactional
    public UUID rollOver(Area area, int schoolYear) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        if (Student.firstDay(schoolYear).isAfter(today)) {
            throw new SpecialRefusal.InTheFuture("/schoolYear").asException();
        }
        audit.record(
                AuditEntry.listing("students-rolled-over", "students", area).with("schoolYear", schoolYear));
        return jobs.submit(RollOverJob.KIND, new RollOverJob.Order(area.from(), area.to(), schoolYear));
    }

    /** @return id of the job */
    @Transactional
    public UUID derive(Area area) {
        audit.record(AuditEntry.listing("left-behind-derived", "left-behind", area));
        return jobs.submit(DerivationJob.KIND, new DerivationJob.Order(area.from(), area.to()));
    }
}
