package org.jingzhun.identification.transition;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.campaign.MeetingRule;
import org.jingzhun.identification.campaign.MeetingRules;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.campaign.NoticePolicies;
import org.jingzhun.identification.campaign.Officer;
import org.jingzhun.identification.register.Marking;
import org.jspecify.annotations.Nullable;

/** Proposes transitions and opens their gates; with the last one the register changes. */
@ApplicationScoped
public class Deciding {

    private static final String PROPOSE = """
            insert into transition_case (id, household_id, village_code, kind, year, reason, evidence, proposed_by,
                                         proposed_name, proposed_at)
            values (:id, :household, :village, :kind, :year, :reason, :evidence, :by, :name, :at)
            on conflict do nothing
            """;
    private static final String MOVE = """
            update transition_case set stage = :to,
              evidence = evidence || cast(:evidence as text[]),
              notice_since = case :to when 'NOTICED' then cast(:today as date) else notice_since end,
              notice_days = coalesce(cast(:days as integer), notice_days),
              notice_policy = coalesce(cast(:policy as bigint), notice_policy),
              document_number = coalesce(cast(:document as text), document_number),
              applied_on = case :to when 'APPLIED' then cast(:today as date) end,
              revision = revision + 1
            where id = :id
            """;
    private static final String KEEP_STEP = """
            insert into transition_step (case_id, seq, village_code, gate, taken_by, taken_name, taken_at, remark, signers,
                                         present, entitled, votes, document_number, quorum_policy, majority_policy)
            select t.id, (select count(*) + 1 from transition_step s where s.case_id = t.id), t.village_code, :gate, :by,
                   :name, :at, :remark, :signers, :present, :entitled, :votes, :document,
                   :quorum, :majority
            from transition_case t where t.id = :id
            """;
    private static final long COUNTY_SPAN = 1_000_000;

    private final Session database;
    private final Transitions transitions;
    private final Marking marking;
    private final NoticePolicies notices;
    private final MeetingRules meetings;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Deciding(
            Session database,
            Transitions transitions,
            Marking marking,
            NoticePolicies notices,
            MeetingRules meetings,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.transitions = transitions;
        this.marking = marking;
        this.notices = notices;
        this.meetings = meetings;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param year for which it holds; null for this one
     * @return id of the transition
     * @throws TransitionException when the domain says no
     */
    @Transactional
    public UUID propose(UUID household, Kind kind, @Nullable Integer year, String reason, List<String> evidence) {
        Tuple entry = database.createNativeQuery(
                        "select village_code, status from register_entry where household_id = ?1", Tuple.class)
                .setParameter(1, household)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        TransitionRefusal refusal = Gates.otherStatus(kind, entry.get("status", String.class));
        if (refusal != null) {
            throw refusal.asException();
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Caller acting = caller.get();
        long village = entry.get("village_code", Long.class);
        int proposed = database.createNativeMutationQuery(PROPOSE)
                .setParameter("id", id)
                .setParameter("household", household)
                .setParameter("village", village)
                .setParameter("kind", kind.name())
                .setParameter("year", year == null ? today().getYear() : year)
                .setParameter("reason", reason)
                .setParameter("evidence", evidence.toArray(String[]::new))
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .executeUpdate();
        if (proposed == 0) {
            throw new TransitionRefusal.UnderWay().asException();
        }
        audit.record(AuditEntry.of("transition-proposed", "household", household)
                .in(village)
                .because(reason)
                .with("kind", kind));
        return id;
    }

    /**
     * Opens the next gate.
     *
     * @throws TransitionException when the domain says no
     */
    @Transactional
    public void open(UUID household, UUID id, GateRequest request) {
        Caller acting = caller.get();
        TransitionCase transition = transitions.getLocked(household, id, acting.subject());
        MeetingRule meeting = request.gate().needs(Need.MINUTES)
                ? meetings.inForce(transition.villageCode(), transition.year())
                : null;
        TransitionRefusal refusal = Gates.refuse(transition, request, Officer.of(acting), today(), meeting);
        if (refusal != null) {
            throw refusal.asException();
        }
        move(transition, request);
        keep(transition, request, acting, meeting);
        if (request.gate().to() == Stage.APPLIED) {
            marking.mark(
                    transition.kind().mark(),
                    List.of(new Marking.Decided(
                            household,
                            id,
                            transition.year(),
                            today(),
                            Objects.requireNonNull(request.documentNumber()),
                            null,
                            transition.reason())));
        }
        audit.record(AuditEntry.of("transition-gate-opened", "household", household)
                .in(transition.villageCode())
                .because(request.remark())
                .with("gate", request.gate()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
    }

    private void move(TransitionCase transition, GateRequest request) {
        NoticePolicies.NoticePolicy notice = request.gate().to() == Stage.NOTICED
                ? notices.inForce(transition.villageCode() / COUNTY_SPAN * COUNTY_SPAN, transition.year())
                : null;
        database.createNativeMutationQuery(MOVE)
                .setParameter("to", request.gate().to().name())
                .setParameter("evidence", request.evidence().toArray(String[]::new))
                .setParameter("today", today())
                .setParameter("days", notice == null ? null : notice.days(), Integer.class)
                .setParameter("policy", notice == null ? null : notice.id(), Long.class)
                .setParameter("document", request.documentNumber(), String.class)
                .setParameter("id", transition.id())
                .executeUpdate();
    }

    private void keep(TransitionCase transition, GateRequest request, Caller acting, @Nullable MeetingRule meeting) {
        Minutes minutes = request.gate().needs(Need.MINUTES) ? request.minutes() : null;
        database.createNativeMutationQuery(KEEP_STEP)
                .setParameter("gate", request.gate().name())
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .setParameter("remark", request.remark(), String.class)
                .setParameter("signers", request.signers().toArray(String[]::new))
                .setParameter("present", minutes == null ? null : minutes.present(), Integer.class)
                .setParameter("entitled", minutes == null ? null : minutes.entitled(), Integer.class)
                .setParameter("votes", minutes == null ? null : minutes.votes(), Integer.class)
                .setParameter("document", request.documentNumber(), String.class)
                .setParameter("quorum", meeting == null ? null : meeting.quorumPolicy(), Long.class)
                .setParameter("majority", meeting == null ? null : meeting.majorityPolicy(), Long.class)
                .setParameter("id", transition.id())
                .executeUpdate();
    }
}
