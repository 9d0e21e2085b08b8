package org.jingzhun.chassis.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the events of one subscription, in rounds: what is due again and what is new, the households (and
 * what is of none, by key) beside each other, of each one after the other. The mark moves on when every event before it was taken or is kept to be tried again.
 */
final class Courier implements Runnable {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int EVENTS_OF_A_ROUND = 256;
    private static final int DUE_KEYS_OF_A_ROUND = 64;
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Subscription subscription;
    private final Backlog backlog;
    private final Health health;
    private final Tools tools;
    private final BooleanSupplier mayDeliver;
    private final Semaphore signal = new Semaphore(0);
    private final Semaphore places;

    private volatile long mark;
    private volatile boolean stopped;
    private @Nullable Instant failingSinceKept;

    /** What all couriers use. */
    record Tools(
            EventLog log,
            Tail tail,
            Outcomes outcomes,
            Sender sender,
            Clock clock,
            MeterRegistry metrics,
            int parallel,
            int waitingAtMost) {}

    /** An event to be sent, and its row when it has one. */
    private record Item(@Nullable LoggedEvent event, Waiting row, boolean waited) {}

    /** @param mayDeliver false when another process may have taken over */
    Courier(Subscription subscription, List<Waiting> waiting, Tools tools, BooleanSupplier mayDeliver) {
        this.subscription = subscription;
        this.backlog = new Backlog(waiting);
        this.health = new Health(subscription.failingSince(), backlog.failures());
        this.failingSinceKept = subscription.failingSince();
        this.tools = tools;
        this.mayDeliver = mayDeliver;
        this.places = new Semaphore(tools.parallel());
        this.mark = subscription.deliveredTo();
    }

    Subscription subscription() {
        return subscription;
    }

    long mark() {
        return mark;
    }

    void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /** Ends after the present round. */
    void stop() {
        stopped = true;
        wake();
    }

    boolean isStopped() {
        return stopped;
    }

    @Override
    public void run() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (!stopped) {
                try {
                    if (!mayDeliver.getAsBoolean() || !round(threads)) {
                        rest(LONGEST_SLEEP);
                    }
                } catch (InterruptedException stop) {
                    stopped = true;
                    Thread.currentThread().interrupt();
                } catch (RuntimeException failure) {
                    // The database is away: what was sent will be sent again.
                    LOG.warnf(failure, "Subscription %s: trying again", subscription.id());
                    restAfterFailure();
                }
            }
        }
    }

    private void restAfterFailure() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException stop) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }

    private void rest(Duration longest) throws InterruptedException {
        if (signal.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }

    /** @return whether there was anything to do */
    private boolean round(ExecutorService threads) throws InterruptedException {
        Instant now = tools.clock().instant();
        int atMost = newAtMost(now);
        Tail.Window window =
                atMost > 0 ? tools.tail().next(subscription, mark, atMost) : new Tail.Window(List.of(), mark);
        Map<String, List<Item>> groups = again(now, window.events().isEmpty());
        Round round = new Round();
        for (LoggedEvent event : window.events()) {
            if (backlog.holds(event)) {
                continue;
            }
            Waiting row = Waiting.behind(event, now);
            if (backlog.holds(event.orderKey())) {
                round.keep(row);
            } else {
                groups.computeIfAbsent(event.orderKey(), key -> new ArrayList<>())
                        .add(new Item(event, row, false));
            }
        }
        send(groups, round, threads);
        settle(round, window.to());
        return !groups.isEmpty() || !window.events().isEmpty();
    }

    private int newAtMost(Instant now) {
        if (backlog.size() >= tools.waitingAtMost()) {
            return 0;
        }
        return health.isBroken() ? (health.isProbeDue(now) && health.isProbeNew() ? 1 : 0) : EVENTS_OF_A_ROUND;
    }

    /** What is due again; of a broken receiver the oldest alone, now and then, and whenever nothing new is there to try. */
    private Map<String, List<Item>> again(Instant now, boolean nothingNew) {
        List<List<Waiting>> due = health.isBroken()
                ? backlog.oldest()
                        .filter(head -> health.isProbeDue(now) && (nothingNew || !health.isProbeNew()))
                        .map(head -> List.of(List.of(head)))
                        .orElse(List.of())
                : backlog.due(now, DUE_KEYS_OF_A_ROUND);
        Map<String, List<Item>> groups = new LinkedHashMap<>();
        if (due.isEmpty()) {
            return groups;
        }
        Map<Long, LoggedEvent> events =
                tools
                        .log()
                        .at(
                                subscription,
                                due.stream()
                                        .flatMap(List::stream)
                                        .map(Waiting::position)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(LoggedEvent::position, event -> event));
        for (List<Waiting> rows : due) {
            groups.put(
                    rows.getFirst().orderKey(),
                    rows.stream()
                            .map(row -> new Item(events.get(row.position()), row, true))
                            .toList());
        }
        return groups;
    }

    private void send(Map<String, List<Item>> groups, Round round, ExecutorService threads)
            throws InterruptedException {
        if (groups.size() == 1) {
            send(groups.values().iterator().next(), round);
            return;
        }
        List<Future<?>> sent = new ArrayList<>(groups.size());
        for (List<Item> group : groups.values()) {
            places.acquire();
            sent.add(threads.submit(() -> {
                try {
                    send(group, round);
                } finally {
                    places.release();
                }
            }));
        }
        for (Future<?> each : sent) {
            try {
                each.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException(failure.getCause());
            }
        }
    }

    /** The events of one household or key: behind one that was not taken the others wait. */
    private void send(List<Item> group, Round round) {
        boolean held = false;
        boolean probing = health.isBroken();
        for (Item item : group) {
            LoggedEvent event = item.event();
            if (event == null) {
                round.keep(item.row().lost(tools.clock().instant()));
            } else if (held || !mayDeliver.getAsBoolean() || (!probing && health.isBroken())) {
                held = true;
                if (!item.waited()) {
                    round.keep(item.row());
                }
            } else {
                held = !isSettled(item, event, round);
            }
        }
    }

    /** @return whether the next of its household or key may be sent */
    private boolean isSettled(Item item, LoggedEvent event, Round round) {
        Sender.Answer answer = tools.sender().send(subscription, event);
        tools.metrics()
                .counter("jingzhun.webhooks.deliveries", "outcome", answer.isTaken() ? "taken" : "failed")
                .increment();
        if (answer.isTaken()) {
            if (health.succeeded()) {
                round.recovered();
            }
            if (item.waited()) {
                round.taken(item.row());
            }
            return true;
        }
        Instant now = tools.clock().instant();
        health.failed(now);
        if (answer.isGone()) {
            round.gone();
        }
        Waiting failed = item.row().failed(answer, now, !health.isHopeless(now));
        round.keep(failed);
        return failed.state() == Waiting.State.DEAD;
    }

    /** Keeps what came of a round, if anything but success did; then the mark moves. */
    private void settle(Round round, long to) {
        Instant now = tools.clock().instant();
        boolean hopeless = round.isGone() || health.isHopeless(now);
        List<Waiting> done = round.done();
        List<Waiting> kept = round.kept();
        boolean changed = !Objects.equals(failingSinceKept, health.failingSince());
        if (hopeless || changed || round.isRecovered() || !done.isEmpty() || !kept.isEmpty()) {
            var mine = new Leases.Mark(subscription.id(), subscription.revision(), to);
            if (!tools.outcomes().keep(subscription, mine, round, hopeless, health.failingSince(), now)) {
                stopped = true;
                return;
            }
            failingSinceKept = health.failingSince();
            done.forEach(backlog::remove);
            kept.forEach(row -> {
                if (row.state() == Waiting.State.DEAD) {
                    backlog.remove(row);
                } else {
                    backlog.put(row);
                }
            });
            if (round.isRecovered()) {
                backlog.hasten(now);
            }
            stopped |= hopeless;
        }
        mark = to;
    }
}
