package org.jingzhun.pairing.problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.announcing.Announcing;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.published.Announcement;

/** Passes problems whose week is over to the next level (逾期升级); a second run on the same day finds none. */
@ApplicationScoped
public class Escalation {

    private static final Caller CALENDAR = Caller.system("problems");

    private final ProblemRows problems;
    private final Announcing announcing;
    private final Policies policies;
    private final Clock clock;

    Escalation(ProblemRows problems, Announcing announcing, Policies policies, Clock clock) {
        this.problems = problems;
        this.announcing = announcing;
        this.policies = policies;
        this.clock = clock;
    }

    @Scheduled(cron = "{jingzhun.problems.escalation:0 5 0 * * ?}", timeZone = "Asia/Shanghai")
    @RunOnVirtualThread
    void today() {
        var unused = on(Clocks.today(clock));
    }

    /** @return how many went up */
    public int on(LocalDate day) {
        return CallerScope.call(
                CALENDAR, () -> QuarkusTransaction.requiringNew().call(() -> escalate(day)));
    }

    private int escalate(LocalDate day) {
        var raised = problems.escalate(day, policies.problemDays.on(day), CALENDAR, clock.instant());
        announcing.tell(problems.list(raised).stream()
                .map(problem -> problem.told(Announcement.Type.PROBLEM_ESCALATED))
                .toList());
        return raised.size();
    }
}
