package org.jingzhun.chassis.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jspecify.annotations.Nullable;

/** What owners do with their subscriptions; each leaves an audit record. */
@ApplicationScoped
class Subscribing {

    /** Claim of a token that names the types of events its bearer may have; without it all of this service. */
    private static final String GRANTED = "events";

    private static final String OBJECT = "subscription";

    private final SubscriptionRows rows;
    private final WaitingRows waiting;
    private final EventLog log;
    private final Targets targets;
    private final SubscriptionSecrets secrets;
    private final WebhookSettings settings;
    private final CurrentCaller caller;
    private final SecurityIdentity identity;
    private final Audit audit;
    private final Clock clock;

    Subscribing(
            SubscriptionRows rows,
            WaitingRows waiting,
            EventLog log,
            Targets targets,
            SubscriptionSecrets secrets,
            WebhookSettings settings,
            CurrentCaller caller,
            SecurityIdentity identity,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.waiting = waiting;
        this.log = log;
        this.targets = targets;
        this.secrets = secrets;
        this.settings = settings;
        this.caller = caller;
        this.identity = identity;
        this.audit = audit;
        this.clock = clock;
    }

    /** A subscription and the secret that was made for it. */
    record Made(Subscription subscription, String secret) {}

    /** Refuses what cannot be sent there; before a transaction, since looking a name up may take its time. */
    void check(SubscriptionBody body) {
        List<Problem.FieldError> errors = new ArrayList<>();
        try {
            targets.target(body.url());
        } catch (Targets.Refused refused) {
            errors.add(new Problem.FieldError("/url", refused.code(), null));
        }
        Set<String> granted = granted();
        for (int t = 0; t < body.types().size(); t++) {
            if (!granted.contains(body.types().get(t))) {
                errors.add(new Problem.FieldError("/types/" + t, "event-type-unknown", null));
            }
        }
        String division = body.division();
        if (division != null && !caller.get().area().covers(Area.ofPrefix(division))) {
            errors.add(new Problem.FieldError("/division", "outside-your-area", null));
        }
        if (!errors.isEmpty()) {
            throw Problem.of(400, "invalid-fields", errors.size()).with(errors).asException();
        }
    }

    private Set<String> granted() {
        Set<String> own = settings.places().keySet();
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim(GRANTED) instanceof Collection<?> named
                ? named.stream()
                        .map(each -> each.toString().replace("\"", ""))
                        .filter(own::contains)
                        .collect(Collectors.toSet())
                : own;
    }

    @Transactional
    Made make(SubscriptionBody body) {
        Caller owner = caller.get();
        if (rows.count(owner.subject()) >= settings.subscriptionsAtMost()) {
            throw Problem.of(409, "too-many-subscriptions", settings.subscriptionsAtMost())
                    .asException();
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String secret = secrets.shown(id, 1);
        Subscription made = new Subscription(
                id,
                owner.subject(),
                owner.name(),
                area(body, owner),
                body.url(),
                Set.copyOf(new TreeSet<>(body.types())),
                body.description() == null ? "" : body.description(),
                body.wanted(),
                1,
                null,
                1,
                log.end(),
                null,
                clock.instant());
        rows.insert(made);
        record("subscription-made", made, null);
        return new Made(made, secret);
    }

    private static Area area(SubscriptionBody body, Caller owner) {
        String division = body.division();
        return division == null ? owner.area() : Area.ofPrefix(division);
    }

    @Transactional
    Subscription change(UUID id, @Nullable String ifMatch, SubscriptionBody body) {
        Subscription known = lock(id);
        Revisions.require(ifMatch, known.revision());
        Caller owner = caller.get();
        Subscription changed = new Subscription(
                id,
                known.owner(),
                known.ownerName(),
                area(body, owner),
                body.url(),
                Set.copyOf(new TreeSet<>(body.types())),
                body.description() == null ? "" : body.description(),
                body.wanted(),
                known.generation(),
                known.previousUntil(),
                known.revision(),
                known.deliveredTo(),
                body.wanted() == known.state() ? known.failingSince() : null,
                known.createdAt());
        rows.change(changed);
        if (known.state() != Subscription.State.ACTIVE && changed.state() == Subscription.State.ACTIVE) {
            waiting.beginAnew(id, clock.instant());
        }
        record("subscription-changed", changed, null);
        return get(id);
    }

    @Transactional
    void delete(UUID id, @Nullable String ifMatch) {
        Subscription known = lock(id);
        Revisions.require(ifMatch, known.revision());
        rows.delete(id);
        record("subscription-deleted", known, null);
    }

    @Transactional
    Made rotate(UUID id) {
        Subscription known = lock(id);
        Instant until = clock.instant().plus(settings.previousSecret());
        String secret = secrets.shown(id, known.generation() + 1);
        rows.rotate(id, until);
        record("subscription-secret-rotated", known, null);
        return new Made(get(id), secret);
    }

    /** Everything of the subscription that was recorded at {@code from} or later is sent again. */
    @Transactional
    Subscription replay(UUID id, Instant from) {
        Subscription known = lock(id);
        Instant now = clock.instant();
        if (from.isAfter(now) || from.isBefore(now.minus(settings.kept()))) {
            throw Problem.of(
                            422,
                            "replay-out-of-range",
                            now.minus(settings.kept()).toString(),
                            now.toString())
                    .asException();
        }
        long position = log.before(from);
        waiting.forgetBehind(id, position);
        rows.setBack(id, position);
        record("subscription-replayed", known, from.toString());
        return get(id);
    }

    /** A dead letter is sent again, now, behind whatever of its key was sent meanwhile. */
    @Transactional
    Waiting revive(UUID id, long position) {
        Subscription known = lock(id);
        Waiting row = waiting.find(id, position).orElseThrow(Subscribing::notFound);
        if (row.state() != Waiting.State.DEAD) {
            throw Problem.of(409, "delivery-not-dead").asException();
        }
        waiting.revive(id, position, clock.instant());
        rows.touch(id);
        record("delivery-replayed", known, row.eventId().toString());
        return waiting.find(id, position).orElseThrow(Subscribing::notFound);
    }

    /** The caller's own. */
    @Transactional
    Subscription get(UUID id) {
        return rows.find(id, caller.get().subject()).orElseThrow(Subscribing::notFound);
    }

    private Subscription lock(UUID id) {
        return rows.lock(id, caller.get().subject()).orElseThrow(Subscribing::notFound);
    }

    /** Tells that a test was sent. */
    @Transactional
    void tested(Subscription subscription) {
        record("subscription-tested", subscription, null);
    }

    private void record(String action, Subscription subscription, @Nullable String detail) {
        AuditEntry entry = AuditEntry.of(action, OBJECT, subscription.id())
                .in(subscription.area().from())
                .with("types", subscription.types().stream().sorted().toList())
                .with("host", java.net.URI.create(subscription.url()).getHost());
        audit.record(detail == null ? entry : entry.with("of", detail));
    }

    private static RuntimeException notFound() {
        return Problem.of(404, "not-found").asException();
    }
}
