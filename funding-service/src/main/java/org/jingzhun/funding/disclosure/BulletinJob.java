package org.jingzhun.funding.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jingzhun.chassis.job.DailyJobs;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jspecify.annotations.Nullable;

/** Announces bulletins in the background, a county's in one transaction. */
@ApplicationScoped
class BulletinJob implements JobKind {

    static final String KIND = "bulletins";

    private final Bulletins bulletins;

    BulletinJob(Bulletins bulletins) {
        this.bulletins = bulletins;
    }

    /** @param day on which quarters and years must be over */
    record Order(LocalDate day) implements DailyJobs.Order {}

    /** @param last piece that was looked at */
    record Done(Bulletins.@Nullable Piece last, int looked, int announced) {}

    /** How many announcements said something new. */
    record Announced(int announced) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        var day = run.input(Order.class).day();
        var done = run.checkpoint(Done.class).orElseGet(() -> new Done(null, 0, 0));
        for (var piece : bulletins.listPieces(run.caller().area())) {
            var last = done.last();
            if (last == null || Bulletins.Piece.ORDER.compare(piece, last) > 0) {
                var before = done;
                var progress = run.inChunk(connection -> {
                    int announced = before.announced() + bulletins.announce(piece, day);
                    var after = new Done(piece, before.looked() + 1, announced);
                    return new Progress(after, after.looked());
                });
                done = (Done) progress.checkpoint();
            }
        }
        return Outcome.succeeded(new Announced(done.announced()));
    }
}
