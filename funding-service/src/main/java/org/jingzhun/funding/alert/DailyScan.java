package org.jingzhun.funding.alert;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;

/** Orders a scan of everything once a day; of several replicas, one does. */
@ApplicationScoped
class DailyScan {

    private static final Caller SCANNER = Caller.system("alerts");
    private static final String ORDERED = "select 1 from job where kind = ? and caller_subject = ? and created_at >= ?";

    private final Scanning scanning;
    private final Database database;
    private final Clock clock;

    DailyScan(Scanning scanning, Database database, Clock clock) {
        this.scanning = scanning;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(cron = "{jingzhun.alerts.scan:0 30 3 * * ?}", timeZone = "Asia/Shanghai")
    @RunOnVirtualThread
    void order() {
        CallerScope.run(SCANNER, () -> QuarkusTransaction.requiringNew().run(this::orderOnce));
    }

    private void orderOnce() {
        database.list("select pg_advisory_xact_lock(hashtextextended(?, 7))", row -> true, "alert-scan");
        var midnight = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI)
                .atStartOfDay(Clocks.SHANGHAI)
                .toInstant();
        if (database.find(ORDERED, row -> true, ScanJob.KIND, SCANNER.subject(), midnight)
                .isEmpty()) {
            var unused = scanning.order();
        }
    }
}
