package org.jingzhun.chassis.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds new records to the chain each second; of several replicas, one at a time. */
@ApplicationScoped
class AuditSealing {

    private final AuditTrail trail;

    AuditSealing(AuditTrail trail) {
        this.trail = trail;
    }

    @Scheduled(
            every = "{jingzhun.audit.seal:1s}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void seal() {
        int sealed;
        do {
            sealed = QuarkusTransaction.requiringNew().call(trail::seal);
        } while (sealed > 0);
    }
}
