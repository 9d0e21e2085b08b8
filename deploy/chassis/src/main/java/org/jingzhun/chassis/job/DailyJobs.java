package org.jingzhun.chassis.job;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** Orders work once for a day, however often it is asked to: of several replicas, one does. */
@ApplicationScoped
public class DailyJobs {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 7))";
    private static final String ORDERED =
            "select 1 from job where kind = ? and caller_subject = ? and input ->> 'day' = ?";

    private final Jobs jobs;
    private final Database database;
    private final CurrentCaller caller;

    DailyJobs(Jobs jobs, Database database, CurrentCaller caller) {
        this.jobs = jobs;
        this.database = database;
        this.caller = caller;
    }

    /** The input of a job that works for a day. */
    public interface Order {
        LocalDate day();
    }

    /**
     * @param total units of work, {@code null} when unknown
     * @return the job's id; empty if the caller has ordered it for that day before
     */
    @Transactional
    public Optional<UUID> order(String kind, Order order, @Nullable Long total) {
        var locked = database.list(LOCK, row -> kind, kind);
        var before = database.find(
                ORDERED,
                row -> true,
                locked.getFirst(),
                caller.get().subject(),
                order.day().toString());
        return before.isPresent()
                ? Optional.empty()
                : Optional.of(jobs.submit(UuidCreator.getTimeOrderedEpoch(), kind, order, total));
    }
}
