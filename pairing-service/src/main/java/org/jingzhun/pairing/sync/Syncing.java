package org.jingzhun.pairing.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.photo.Photographing;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.policy.PolicyVersion;
import org.jingzhun.pairing.policy.VisitRule;
import org.jingzhun.pairing.visit.NewVisit;
import org.jingzhun.pairing.visit.PhoneClock;
import org.jingzhun.pairing.visit.Verdict;
import org.jingzhun.pairing.visit.VisitFacts;
import org.jingzhun.pairing.visit.Visiting;
import org.jingzhun.pairing.visit.Visits;
import org.jspecify.annotations.Nullable;

/** Takes what a phone recorded while it was offline, and gives it what is new: all of a call in one transaction. */
@ApplicationScoped
public class Syncing {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Visiting visiting;
    private final Forms forms;
    private final Photographing photographing;
    private final Policies policies;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Syncing(
            Visiting visiting,
            Forms forms,
            Photographing photographing,
            Policies policies,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.visiting = visiting;
        this.forms = forms;
        this.photographing = photographing;
        this.policies = policies;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A visit that a phone recorded; when, by its own clock. */
    public record OfflineVisit(
            UUID id, VisitFacts facts, @Nullable Instant writtenAt) {}

    /** A household that is the caller's no more, since the day after {@code until}. */
    public record GoneHousehold(UUID householdId, LocalDate until, String endedBy) {}

    /**
     * What a call comes to.
     *
     * @param serverTime when it was taken
     * @param clockOffset the server's clock less the phone's; null when the phone did not tell its time
     * @param isClockWrong whether that is more than the policy tolerates
     * @param token for the next call
     * @param isComplete whether {@code households} are all, else those that have changed
     * @param verdicts one for each visit, in their order
     * @param earlier by recorded visit the last one before in the same month, where there is one
     * @param gone empty when complete: what is not listed is gone
     * @param photosMissing hashes of photos and pictures of confirmations that the recorded visits name and that have
     *     not come
     * @param visitsRequired a month
     */
    public record Synced(
            Instant serverTime,
            @Nullable Duration clockOffset,
            boolean isClockWrong,
            String token,
            boolean isComplete,
            List<Verdict> verdicts,
            Map<UUID, Visits.Earlier> earlier,
            List<HouseholdForm> households,
            List<GoneHousehold> gone,
            List<String> photosMissing,
            int visitsRequired) {}

    /** Visits in one call at most. */
    public int mostChanges() {
        return rules().get(VisitRule.CHANGES_A_SYNC);
    }

    /**
     * @param since the token of the call before; null, or one that cannot be used, for everything
     * @param phoneTime when the phone sent it, by its own clock; null when it does not say
     */
    @Transactional
    public Synced sync(@Nullable String since, @Nullable Instant phoneTime, List<OfflineVisit> sent) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Clocks.SHANGHAI);
        PolicyVersion rules = rules();
        DeltaToken token = forms.now();
        PhoneClock phone = phoneTime == null
                ? null
                : PhoneClock.of(now, phoneTime, Duration.ofSeconds(rules.get(VisitRule.CLOCK_TOLERANCE_SECONDS)));
        List<Verdict> verdicts = visiting.recordAll(sent.stream()
                .map(visit -> new NewVisit(visit.id(), visit.facts(), visit.writtenAt(), phone))
                .toList());
        UUID helper = caller.get().helperId() == null ? NOBODY : caller.get().helperId();
        DeltaToken before =
                DeltaToken.parse(since).filter(known -> known.isUsable(token)).orElse(null);
        List<HouseholdForm> households = forms.of(helper, before, today);
        audit.record(AuditEntry.of("synced", "helper", helper)
                .with("changes", sent.size())
                .with("households", households.size()));
        return new Synced(
                now,
                phone == null ? null : phone.offset(),
                phone != null && phone.isWrong(),
                token.toString(),
                before == null,
                verdicts,
                visiting.earlierInMonth(verdicts),
                households,
                before == null
                        ? List.of()
                        : forms.gone(helper, before).stream()
                                .map(gone -> new GoneHousehold(gone.householdId(), gone.until(), gone.endedBy()))
                                .toList(),
                photosMissing(verdicts),
                rules.get(VisitRule.MONTHLY_VISITS));
    }

    private List<String> photosMissing(List<Verdict> verdicts) {
        List<String> households = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Recorded recorded) {
                VisitFacts facts = recorded.visit().facts();
                for (String hash : facts.pictures()) {
                    households.add(facts.householdId().toString());
                    hashes.add(hash);
                }
            }
        }
        return photographing.missing(households, hashes);
    }

    private PolicyVersion rules() {
        return policies.visits.on(Clocks.today(clock));
    }
}
