package org.jingzhun.pairing.redblack;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.IdTaken;
import org.jingzhun.pairing.announcing.Announcing;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.signing.Case;
import org.jingzhun.pairing.signing.Signatory;
import org.jspecify.annotations.Nullable;

/** Leads entries to the lists and off them again (上榜、摘榜). */
@ApplicationScoped
public class Listing {

    private static final Caller CALENDAR = Caller.system("lists");
    private static final Set<EntryStep> NEED_WORDS =
            Set.of(EntryStep.REPLY, EntryStep.DISMISS, EntryStep.RECTIFY, EntryStep.REJECT);

    /** Keys of the policy. */
    private enum Days {
        REPLY,
        RECTIFY,
        RED,
        BLACK
    }

    private final Entries entries;
    private final Signatory signatory;
    private final Policies policies;
    private final Announcing announcing;
    private final CurrentCaller caller;
    private final Clock clock;

    Listing(
            Entries entries,
            Signatory signatory,
            Policies policies,
            Announcing announcing,
            CurrentCaller caller,
            Clock clock) {
        this.entries = entries;
        this.signatory = signatory;
        this.policies = policies;
        this.announcing = announcing;
        this.caller = caller;
        this.clock = clock;
    }

    /** An entry with all steps that it went. */
    public record Handled(Entry entry, List<Signature> steps) {}

    /** Who is to be on which list, and why. */
    public record Proposal(
            @Nullable UUID id,
            Colour colour,
            Entry.SubjectKind subjectKind,
            @Nullable UUID subjectId,
            long division,
            @Nullable UUID problemId,
            String reason,
            boolean grave) {}

    /**
     * Proposes; the same again changes nothing.
     *
     * @throws IdTaken if the id stands with other content
     * @throws EntryRefusal if nobody like this is known, or praise is called grave
     */
    @Transactional
    public Handled propose(Proposal proposal) {
        if (proposal.colour() == Colour.RED && proposal.grave()) {
            throw new EntryRefusal.BlackAlone("grave");
        }
        var id = Objects.requireNonNullElseGet(proposal.id(), UuidCreator::getTimeOrderedEpoch);
        var entry = new Entry(
                id,
                proposal.colour(),
                proposal.subjectKind(),
                proposal.subjectId(),
                proposal.division(),
                proposal.problemId(),
                proposal.reason(),
                proposal.grave(),
                EntryState.PROPOSED,
                policies.listDays.on(Clocks.today(clock)).version(),
                null,
                null,
                null,
                null,
                null,
                0);
        boolean named = (proposal.subjectId() == null) == (proposal.subjectKind() == Entry.SubjectKind.DIVISION);
        if (!named || !caller.get().area().covers(entry.division()) || !entries.knows(entry)) {
            throw new EntryRefusal.UnknownSubject(proposal.subjectKind(), proposal.subjectId());
        }
        if (entries.add(entry)) {
            signatory.sign(named(entry), EntryStep.PROPOSE, null, "");
        } else {
            IdTaken.unless(entries.find(id).filter(known -> known.says(entry)).isPresent(), id);
        }
        return get(id);
    }

    /** @throws EntryRefusal.Unknown if there is none */
    @Transactional
    public Handled get(UUID id) {
        var entry = entries.find(id).orElseThrow(() -> new EntryRefusal.Unknown(id));
        return new Handled(entry, signatory.list(id));
    }

    /**
     * Takes a step.
     *
     * @param remark REPLY, DISMISS, RECTIFY and REJECT need it
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     * @throws EntryRefusal if praise has no such step, who is meant was not told, or there is time to reply
     */
    @Transactional
    public Handled take(UUID id, EntryStep step, String remark, @Nullable String ifMatch) {
        var entry = entries.lock(id).orElseThrow(() -> new EntryRefusal.Unknown(id));
        if (ifMatch != null) {
            Revisions.require(ifMatch, entry.revision());
        }
        if (step.blackAlone() && entry.colour() == Colour.RED) {
            throw new EntryRefusal.BlackAlone(step.name());
        }
        signatory.sign(named(entry), step, entry.state(), remark);
        if (NEED_WORDS.contains(step) && remark.isBlank()) {
            throw new EntryRefusal.RemarkMissing(step);
        }
        entries.move(after(entry, step));
        var handled = get(id);
        if (step == EntryStep.PUBLISH) {
            announcing.tell(handled.entry().told(Announcement.Type.LIST_ENTRY_PUBLISHED));
        }
        if (step == EntryStep.LIFT) {
            announcing.tell(handled.entry().told(Announcement.Type.LIST_ENTRY_WITHDRAWN));
        }
        return handled;
    }

    private static Case named(Entry entry) {
        return Case.of("list-entry", entry.id(), entry.division());
    }

    private Entry after(Entry entry, EntryStep step) {
        var today = Clocks.today(clock);
        var days = policies.listDays.on(today);
        return switch (step) {
            case NOTIFY -> entry.at(step.to(), today.plusDays(days.get(Days.REPLY)), null, null, null, null);
            case PUBLISH -> {
                requireHeard(entry, today);
                boolean black = entry.colour() == Colour.BLACK;
                yield entry.at(
                        step.to(),
                        entry.replyBy(),
                        today,
                        black ? today.plusDays(days.get(Days.RECTIFY)) : null,
                        today.plusDays(days.get(black ? Days.BLACK : Days.RED)),
                        null);
            }
            case REJECT ->
                entry.at(
                        step.to(),
                        entry.replyBy(),
                        entry.publishedOn(),
                        today.plusDays(days.get(Days.RECTIFY)),
                        entry.expiresOn(),
                        null);
            case DISMISS, LIFT -> kept(entry, step, today);
            case PROPOSE, REPLY, RECTIFY, EXPIRE -> kept(entry, step, null);
        };
    }

    private static Entry kept(Entry entry, EntryStep step, @Nullable LocalDate ended) {
        return entry.at(step.to(), entry.replyBy(), entry.publishedOn(), entry.rectifyBy(), entry.expiresOn(), ended);
    }

    /** A fault is published only when who is meant has replied, or has let the time for it pass. */
    private static void requireHeard(Entry entry, LocalDate today) {
        var replyBy = entry.replyBy();
        if (entry.colour() == Colour.RED || entry.state() == EntryState.REPLIED) {
            return;
        }
        if (replyBy == null) {
            throw new EntryRefusal.NotTold();
        }
        if (!today.isAfter(replyBy)) {
            throw new EntryRefusal.TimeToReply(replyBy);
        }
    }

    @Scheduled(cron = "{jingzhun.lists.expiry:0 10 0 * * ?}", timeZone = "Asia/Shanghai")
    @RunOnVirtualThread
    void expireToday() {
        var unused = expireOn(Clocks.today(clock));
    }

    /** @return how many entries left the red list */
    public int expireOn(LocalDate day) {
        return CallerScope.call(
                CALENDAR, () -> QuarkusTransaction.requiringNew().call(() -> expire(day)));
    }

    private int expire(LocalDate day) {
        var over = entries.expire(day, CALENDAR, clock.instant());
        announcing.tell(entries.list(over).stream()
                .map(entry -> entry.told(Announcement.Type.LIST_ENTRY_WITHDRAWN))
                .toList());
        return over.size();
    }
}
