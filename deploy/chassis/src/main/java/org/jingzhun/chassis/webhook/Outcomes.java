package org.jingzhun.chassis.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** Keeps what came of a round of deliveries, in one transaction that holds only while the subscription is ours. */
@ApplicationScoped
class Outcomes {

    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private final Leases leases;
    private final WaitingRows rows;
    private final Audit audit;
    private final MeterRegistry metrics;
    private final Replica replica;

    Outcomes(Leases leases, WaitingRows rows, Audit audit, MeterRegistry metrics, Replica replica) {
        this.leases = leases;
        this.rows = rows;
        this.audit = audit;
        this.metrics = metrics;
        this.replica = replica;
    }

    /** This process, as leases name it. */
    @ApplicationScoped
    static class Replica {

        private final UUID id = UUID.randomUUID();

        UUID id() {
            return id;
        }
    }

    /** @return false when another process delivers this subscription, or its owner has changed it */
    boolean keep(
            Subscription subscription,
            Leases.Mark mark,
            Round round,
            boolean hopeless,
            @Nullable Instant failingSince,
            Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Subscription.State state = hopeless ? Subscription.State.SUSPENDED : Subscription.State.ACTIVE;
            if (!leases.keep(replica.id(), mark, state, failingSince)) {
                return false;
            }
            if (!round.done().isEmpty()) {
                rows.forget(
                        subscription.id(),
                        round.done().stream().map(Waiting::position).toList());
            }
            rows.keep(subscription.id(), round.kept());
            if (round.isRecovered()) {
                rows.hasten(subscription.id(), now);
            }
            countDead(subscription, round);
            if (hopeless) {
                suspended(subscription, round);
            }
            return true;
        });
    }

    private void countDead(Subscription subscription, Round round) {
        long dead = round.kept().stream()
                .filter(row -> row.state() == Waiting.State.DEAD)
                .count();
        if (dead > 0) {
            LOG.warnf("Subscription %s: %d events given up", subscription.id(), dead);
            metrics.counter("jingzhun.webhooks.dead").increment((double) dead);
        }
    }

    private void suspended(Subscription subscription, Round round) {
        LOG.warnf("Subscription %s is suspended", subscription.id());
        audit.record(AuditEntry.of("subscription-suspended", "subscription", subscription.id())
                .in(subscription.area().from())
                .because(round.isGone() ? "the receiver answered 410" : "the receiver took nothing for three days"));
    }
}
