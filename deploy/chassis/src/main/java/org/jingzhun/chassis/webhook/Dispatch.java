package org.jingzhun.chassis.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;

/**
 * Holds this process's share of the subscriptions: a courier for each, started and stopped as leases and owners will. A
 * courier sends only while the lease is sure to outlive the answer, so that two processes never deliver the same.
 */
@ApplicationScoped
class Dispatch {

    private static final Logger LOG = Logger.getLogger(Dispatch.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final Leases leases;
    private final WaitingRows rows;
    private final Tail tail;
    private final SubscriptionSecrets secrets;
    private final WebhookSettings settings;
    private final Outcomes.Replica replica;
    private final Courier.Tools tools;

    private final Map<UUID, OnTheWay> couriers = new ConcurrentHashMap<>();
    private final Set<UUID> leaving = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile long sureUntil = System.nanoTime();
    private volatile boolean stopping;

    private record OnTheWay(Courier courier, Thread thread) {}

    Dispatch(
            Leases leases,
            WaitingRows rows,
            EventLog log,
            Tail tail,
            Outcomes outcomes,
            Sender sender,
            SubscriptionSecrets secrets,
            WebhookSettings settings,
            Outcomes.Replica replica,
            Clock clock,
            MeterRegistry metrics) {
        this.leases = leases;
        this.rows = rows;
        this.tail = tail;
        this.secrets = secrets;
        this.settings = settings;
        this.replica = replica;
        this.tools = new Courier.Tools(
                log, tail, outcomes, sender, clock, metrics, settings.parallel(), settings.waitingAtMost());
        metrics.gaugeMapSize("jingzhun.webhooks.couriers", List.of(), couriers);
    }

    void start(@Observes StartupEvent started) {
        if (secrets.areConfigured()) {
            threads.add(background("webhook-beat", this::beatForever));
            threads.add(background("webhook-tail", this::followForever));
        }
    }

    private static Thread background(String name, Runnable work) {
        return Thread.ofVirtual().name(name).start(() -> CallerScope.run(Caller.system("webhooks"), work));
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        couriers.values().forEach(each -> each.courier().stop());
        for (Thread thread : threads) {
            // No interrupt: it would close the connection that the thread waits for.
            thread.join(STOP_PATIENCE);
        }
        for (OnTheWay each : couriers.values()) {
            each.thread().join(STOP_PATIENCE);
        }
        if (!threads.isEmpty()) {
            CallerScope.run(Caller.system("webhooks"), this::leave);
        }
    }

    private void leave() {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                leases.keep(replica.id(), marks());
                leases.end(replica.id());
            });
        } catch (RuntimeException unreachable) {
            LOG.warnf(unreachable, "Subscriptions are taken over when the lease ends");
        }
    }

    private void beatForever() {
        while (!stopping) {
            try {
                beat();
            } catch (RuntimeException unreachable) {
                LOG.warnf(unreachable, "Leases of subscriptions could not be renewed; trying again");
            }
            if (!pause()) {
                return;
            }
        }
    }

    private void followForever() {
        while (!stopping) {
            try {
                if (couriers.isEmpty()) {
                    tail.forget();
                    tail.await();
                } else if (tail.look()) {
                    couriers.values().forEach(each -> each.courier().wake());
                } else {
                    tail.await();
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException unreachable) {
                LOG.warnf(unreachable, "Events for subscribers could not be read; trying again");
                if (!pause()) {
                    return;
                }
            }
        }
    }

    /** @return false when the thread is to end */
    private boolean pause() {
        try {
            Thread.sleep(settings.beat());
            return true;
        } catch (InterruptedException stop) {
            return false;
        }
    }

    /** Whether an answer that takes its time still comes within the lease. */
    private boolean isSure() {
        return sureUntil - System.nanoTime() > 0;
    }

    /** Renews, keeps the marks, and makes the couriers those of the subscriptions that this process holds now. */
    void beat() {
        long began = System.nanoTime();
        Map<UUID, Long> held = new HashMap<>();
        QuarkusTransaction.requiringNew().run(() -> {
            leases.renew(replica.id(), settings.lease());
            List<Leases.Mark> marks = marks();
            if (!marks.isEmpty()) {
                leases.keep(replica.id(), marks);
            }
            settleShare(leases.held(replica.id()).keySet(), leases.share());
            held.putAll(leases.held(replica.id()));
        });
        sureUntil = began
                + settings.lease().minus(settings.timeout().multipliedBy(2)).toNanos();
        leaving.retainAll(held.keySet());
        couriers.forEach((id, each) -> {
            Long revision = held.get(id);
            if (revision == null || revision != each.courier().subscription().revision() || leaving.contains(id)) {
                each.courier().stop();
            }
        });
        couriers.values()
                .removeIf(each -> each.courier().isStopped() && !each.thread().isAlive());
        begin(held.keySet().stream()
                .filter(id -> !couriers.containsKey(id) && !leaving.contains(id))
                .collect(Collectors.toSet()));
    }

    private List<Leases.Mark> marks() {
        return couriers.values().stream()
                .filter(each ->
                        each.courier().mark() != each.courier().subscription().deliveredTo())
                .map(each -> new Leases.Mark(
                        each.courier().subscription().id(),
                        each.courier().subscription().revision(),
                        each.courier().mark()))
                .toList();
    }

    /** Gives up what is more than the share, when its courier has ended; takes what is free up to it. */
    private void settleShare(Set<UUID> held, int share) {
        leaving.stream().filter(id -> !couriers.containsKey(id)).forEach(id -> leases.release(replica.id(), id));
        List<UUID> staying = held.stream().filter(id -> !leaving.contains(id)).toList();
        if (staying.size() < share) {
            leases.claim(replica.id(), share - staying.size());
        } else {
            leaving.addAll(staying.subList(share, staying.size()));
        }
    }

    private void begin(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            for (Subscription subscription : leases.read(replica.id(), ids)) {
                Courier courier = new Courier(subscription, rows.waiting(subscription.id()), tools, this::isSure);
                couriers.put(
                        subscription.id(), new OnTheWay(courier, background("webhook-" + subscription.id(), courier)));
            }
        });
    }
}
