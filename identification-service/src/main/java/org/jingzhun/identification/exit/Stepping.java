package org.jingzhun.identification.exit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.campaign.MeetingRule;
import org.jingzhun.identification.campaign.MeetingRules;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.campaign.NoticePolicies;
import org.jingzhun.identification.campaign.Officer;
import org.jspecify.annotations.Nullable;

/** Takes the steps of exits, of one or of all that are ready. */
@ApplicationScoped
public class Stepping {

    private static final String MOVE = """
            update exit_case set stage = :to,
              notice_since = case :to when 'NOTICED' then cast(:today as date) when 'PLANNED' then null
                                      else notice_since end,
              notice_days = case :to when 'NOTICED' then cast(:days as integer) when 'PLANNED' then null
                                     else notice_days end,
              notice_policy = case :to when 'NOTICED' then cast(:policy as bigint) when 'PLANNED' then null
                                       else notice_policy end,
              document_number = coalesce(cast(:document as text), document_number),
              exited_on = case :to when 'EXITED' then cast(:today as date) end,
              recognised_by = case :to when 'PLANNED' then null
                                       else coalesce(cast(:recognised as text), recognised_by) end,
              certified_by = case :to when 'PLANNED' then null
                                      else coalesce(cast(:certified as text[]), certified_by) end,
              recognised_on = case when :to = 'PLANNED' then null
                                   when cast(:recognised as text) is null then recognised_on
                                   else cast(:today as date) end,
              revision = revision + 1
            where id = any (cast(:ids as uuid[]))
            """;
    private static final String KEEP_STEP = """
            insert into exit_step (exit_id, seq, place_code, step, taken_by, taken_name, taken_at, remark, signers,
                                   present, entitled, votes, document_number, quorum_policy, majority_policy)
            select x.id, (select count(*) + 1 from exit_step t where t.exit_id = x.id), x.place_code, :step, :by, :name,
                   :at, :remark, :signers, :present, :entitled, :votes, :document, :quorum, :majority
            from exit_case x where x.id = any (cast(:ids as uuid[]))
            """;
    private static final int EXAMPLES = 20;
    private static final long COUNTY_SPAN = 1_000_000;

    private final Session database;
    private final Exits exits;
    private final Findings findings;
    private final Leaving leaving;
    private final NoticePolicies notices;
    private final MeetingRules meetings;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Stepping(
            Session database,
            Exits exits,
            Findings findings,
            Leaving leaving,
            NoticePolicies notices,
            MeetingRules meetings,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.exits = exits;
        this.findings = findings;
        this.leaving = leaving;
        this.notices = notices;
        this.meetings = meetings;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came of a step of many.
     *
     * @param taken exits that took it
     * @param refused the others by the reason
     */
    public record Mass(Step step, int taken, List<Refused> refused) {}

    /**
     * Exits that did not take the step.
     *
     * @param refusal of the first of them
     * @param examples at most {@value #EXAMPLES}
     */
    public record Refused(ExitRefusal refusal, int exits, List<UUID> examples) {}

    private record Left(UUID id, ExitRefusal refusal) {}

    /**
     * Takes a step of one exit; with the last one it leaves.
     *
     * @throws ExitException when the domain says no
     */
    @Transactional
    public void take(Subject subject, UUID id, StepRequest request) {
        Caller acting = caller.get();
        Exits.Standing standing = exits.getLocked(subject, id, acting.subject());
        refuse(Procedure.refuse(subject, request, Officer.of(acting)));
        if (request.step() == Step.VERIFICATION) {
            findings.count(standing.exit(), standing.exit().year());
            standing = exits.get(subject, id, acting.subject());
        }
        MeetingRule meeting = meeting(standing.exit(), request);
        refuse(Procedure.refuse(standing.exit(), standing.readiness(), request, today(), meeting));
        move(List.of(standing.exit()), request);
        audit.record(AuditEntry.of("exit-step-taken", "exit", id)
                .in(standing.exit().placeCode())
                .about(standing.exit().householdId())
                .because(request.remark())
                .with("step", request.step()));
    }

    /**
     * Takes a step of all households of an area and year that are ready for it, and tells why the others are not.
     *
     * @throws ExitException when nobody could take it
     */
    @Transactional
    public Mass takeAll(Area division, int year, StepRequest request) {
        Caller acting = caller.get();
        refuse(Procedure.refuse(Subject.HOUSEHOLD, request, Officer.of(acting)));
        List<ExitCase> ready = new ArrayList<>();
        Map<Long, Optional<MeetingRule>> rules = new HashMap<>();
        Map<Class<?>, List<Left>> others = new LinkedHashMap<>();
        for (Exits.Standing each : exits.listLocked(division, year, request.step(), acting.subject())) {
            MeetingRule meeting = rules.computeIfAbsent(
                            countyOf(each.exit()), none -> Optional.ofNullable(meeting(each.exit(), request)))
                    .orElse(null);
            ExitRefusal refusal = Procedure.refuse(each.exit(), each.readiness(), request, today(), meeting);
            if (refusal == null) {
                ready.add(each.exit());
            } else {
                others.computeIfAbsent(refusal.getClass(), none -> new ArrayList<>())
                        .add(new Left(each.exit().id(), refusal));
            }
        }
        move(ready, request);
        audit.record(AuditEntry.of("exits-stepped", "exit", request.step())
                .in(division.from())
                .because(request.remark())
                .with("year", year)
                .with("taken", ready.size()));
        List<Refused> refused = others.values().stream()
                .map(some -> new Refused(
                        some.getFirst().refusal(),
                        some.size(),
                        some.stream().limit(EXAMPLES).map(Left::id).toList()))
                .toList();
        return new Mass(request.step(), ready.size(), refused);
    }

    private static void refuse(@Nullable ExitRefusal refusal) {
        if (refusal != null) {
            throw refusal.asException();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
    }

    /** A notice stands as long as its county says, so that exits of several counties move county by county. */
    private void move(List<ExitCase> ready, StepRequest request) {
        Map<Long, List<ExitCase>> byCounty = new LinkedHashMap<>();
        for (ExitCase each : ready) {
            byCounty.computeIfAbsent(countyOf(each), none -> new ArrayList<>()).add(each);
        }
        byCounty.forEach((county, some) -> {
            boolean goesUp = request.step().to() == Stage.NOTICED;
            move(
                    some,
                    request,
                    goesUp ? notices.inForce(county, some.getFirst().year()) : null,
                    meeting(some.getFirst(), request));
        });
        if (request.step().to() == Stage.EXITED && !ready.isEmpty()) {
            leaving.leave(ready, today());
        }
    }

    private static long countyOf(ExitCase exit) {
        return exit.placeCode() / COUNTY_SPAN * COUNTY_SPAN;
    }

    private @Nullable MeetingRule meeting(ExitCase exit, StepRequest request) {
        return request.step().needs(Need.MINUTES) ? meetings.inForce(exit.placeCode(), exit.year()) : null;
    }

    private void move(
            List<ExitCase> some,
            StepRequest request,
            NoticePolicies.@Nullable NoticePolicy notice,
            @Nullable MeetingRule meeting) {
        String[] ids = some.stream().map(each -> each.id().toString()).toArray(String[]::new);
        Recognition recognition = request.recognition();
        database.createNativeMutationQuery(MOVE)
                .setParameter("to", request.step().to().name())
                .setParameter("today", today())
                .setParameter("days", notice == null ? null : notice.days(), Integer.class)
                .setParameter("policy", notice == null ? null : notice.id(), Long.class)
                .setParameter("document", request.documentNumber(), String.class)
                .setParameter("recognised", recognition == null ? null : recognition.recognisedBy(), String.class)
                .setParameter(
                        "certified",
                        recognition == null ? null : recognition.certifiedBy().toArray(String[]::new),
                        String[].class)
                .setParameter("ids", ids)
                .executeUpdate();
        Minutes minutes = request.step().needs(Need.MINUTES) ? request.minutes() : null;
        Caller acting = caller.get();
        database.createNativeMutationQuery(KEEP_STEP)
                .setParameter("step", request.step().name())
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
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
