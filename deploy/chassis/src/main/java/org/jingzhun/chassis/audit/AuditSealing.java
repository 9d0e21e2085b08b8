package org.jingzhun.chassis.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;

/** Adds new records to the chain each second, and publishes its head when it has grown; of several replicas, one at a time. */
@ApplicationScoped
class AuditSealing {

    private static final Caller SEALER = Caller.system("audit-sealing");

    private final AuditTrail trail;
    private final AuditHeads heads;
    private final AtomicReference<Optional<AuditTrail.Head>> published = new AtomicReference<>(Optional.empty());

    AuditSealing(AuditTrail trail, AuditHeads heads) {
        this.trail = trail;
        this.heads = heads;
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
        } while (sealed == AuditTrail.MOST_IN_A_RUN);
    }

    @Scheduled(
            every = "{jingzhun.audit.publish:10s}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void publish() {
        Optional<AuditTrail.Head> now =
                CallerScope.call(SEALER, () -> QuarkusTransaction.requiringNew().call(this::publishWhatIsNew));
        published.set(now);
    }

    private Optional<AuditTrail.Head> publishWhatIsNew() {
        Optional<AuditTrail.Head> head = trail.head();
        head.filter(each -> !head.equals(published.get()))
                .ifPresent(each -> heads.publish(each.position(), each.hash()));
        return head;
    }
}
