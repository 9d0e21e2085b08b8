package org.jingzhun.funding.disclosure;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.job.DailyJobs;
import org.jingzhun.chassis.time.Clocks;

/** Orders the bulletins of all counties once a day, before alerts are looked for. */
@ApplicationScoped
class DailyBulletins {

    private static final Caller ANNOUNCER = Caller.system("bulletins");

    private final DailyJobs daily;
    private final Clock clock;

    DailyBulletins(DailyJobs daily, Clock clock) {
        this.daily = daily;
        this.clock = clock;
    }

    @Scheduled(cron = "{jingzhun.bulletins:0 0 2 * * ?}", timeZone = "Asia/Shanghai")
    @RunOnVirtualThread
    void order() {
        var unused = order(LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI));
    }

    /** @return the job's id; empty if it was ordered for that day before */
    Optional<UUID> order(LocalDate day) {
        return CallerScope.call(ANNOUNCER, () -> daily.order(BulletinJob.KIND, new BulletinJob.Order(day), null));
    }
}
