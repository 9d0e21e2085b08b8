package org.jingzhun.funding.alert;

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

/** Orders a scan of everything once a day. */
@ApplicationScoped
class DailyScan {

    private static final Caller SCANNER = Caller.system("alerts");

    private final DailyJobs daily;
    private final Clock clock;

    DailyScan(DailyJobs daily, Clock clock) {
        this.daily = daily;
        this.clock = clock;
    }

    @Scheduled(cron = "{jingzhun.alerts.scan:0 30 3 * * ?}", timeZone = "Asia/Shanghai")
    @RunOnVirtualThread
    void order() {
        var unused = order(LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI));
    }

    /** @return the job's id; empty if it was ordered for that day before */
    Optional<UUID> order(LocalDate day) {
        return CallerScope.call(
                SCANNER, () -> daily.order(ScanJob.KIND, new ScanJob.Order(day), (long) AlertKind.values().length));
    }
}
