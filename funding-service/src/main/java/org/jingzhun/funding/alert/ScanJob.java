package org.jingzhun.funding.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.chassis.job.DailyJobs;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;

/** Scans in the background, one kind a transaction. */
@ApplicationScoped
class ScanJob implements JobKind {

    static final String KIND = "alert-scan";

    private final Scanning scanning;

    ScanJob(Scanning scanning) {
        this.scanning = scanning;
    }

    /**
     * Nothing is chosen: a scan looks for everything in the caller's area.
     *
     * @param day as of which rules and deadlines count
     */
    record Order(LocalDate day) implements DailyJobs.Order {}

    /** @param kinds that were looked for */
    record Done(List<AlertKind> kinds, Scanning.Scanned sum) {

        Done {
            kinds = List.copyOf(kinds);
        }

        Done and(AlertKind kind, Scanning.Scanned scanned) {
            var more = new ArrayList<>(kinds);
            more.add(kind);
            return new Done(more, sum.plus(scanned));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        var done = run.checkpoint(Done.class).orElseGet(() -> new Done(List.of(), new Scanning.Scanned(0, 0, 0)));
        var day = run.input(Order.class).day();
        for (var kind : AlertKind.values()) {
            if (!done.kinds().contains(kind)) {
                var before = done;
                var progress = run.inChunk(connection -> {
                    var after = before.and(kind, scanning.scan(kind, day));
                    return new Progress(after, after.kinds().size());
                });
                done = (Done) progress.checkpoint();
            }
        }
        return Outcome.succeeded(done.sum());
    }
}
