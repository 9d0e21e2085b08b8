package org.jingzhun.identification.income;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.income.computing.Line;
import org.jingzhun.identification.money.Yuan;
import org.jingzhun.identification.observed.pairing.ObservedVisits;
import org.jspecify.annotations.Nullable;

/** Keeps what households told their helpers of their incomes, and what officers and surveyors make of it. */
@ApplicationScoped
public class Proposing {

    /** Visits to households that nobody knows tell nothing. */
    private static final String PROPOSE = """
            insert into income_proposal (id, household_id, village_code, helper_name, visited_on, told_since, items, amounts)
            select t.id, h.id, h.village_code, t.helper, t.day,
                   (select max(v.visited_on) from observed_visit v
                    where v.household_id = h.id and v.visited_on < t.day),
                   array(select jsonb_array_elements_text(t.items)),
                   array(select jsonb_array_elements_text(t.amounts)::bigint)
            from jsonb_to_recordset(cast(:told as jsonb)) as t (
              id uuid, household uuid, helper text, day date, items jsonb, amounts jsonb)
            join household h on h.id = t.household
            on conflict (id) do nothing
            """;

    /** What was told on a visit in whose place another stands, whichever of both was heard of first. */
    private static final String WITHDRAW = """
            update income_proposal p set state = 'DECLINED', reason = 'visit ' || c.visit_id || ' stands in its place',
              decided_by = 'system:visits', decided_name = c.helper_name, decided_at = :at
            from observed_visit c
            where c.corrects = p.id and c.household_id = p.household_id and p.state = 'PROPOSED' and p.id = any(:visits)
            """;

    private static final String DECIDE = """
            update income_proposal set state = :state, reason = :reason, income_id = :income, decided_by = :by,
              decided_name = :name, decided_at = :at
            where id = :id
            """;

    private final Session database;
    private final IncomeProposals proposals;
    private final IncomeRecording recording;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Proposing(
            Session database,
            IncomeProposals proposals,
            IncomeRecording recording,
            ObjectMapper json,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.proposals = proposals;
        this.recording = recording;
        this.json = json;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    private record Told(UUID id, UUID household, String helper, LocalDate day, List<String> items, List<Long> amounts) {

        static Told of(ObservedVisits.ObservedVisit visit) {
            Map<String, Long> byItem = new TreeMap<>();
            visit.incomes().forEach(told -> byItem.merge(told.item(), Yuan.toFen(told.amount()), Long::sum));
            return new Told(
                    visit.visitId(),
                    visit.householdId(),
                    visit.helperName(),
                    visit.visitedOn(),
                    List.copyOf(byItem.keySet()),
                    List.copyOf(byItem.values()));
        }
    }

    /** In the transaction that keeps the visits. */
    void onVisits(@Observes ObservedVisits visits) {
        List<Told> told = visits.visits().stream()
                .filter(visit -> !visit.incomes().isEmpty())
                .map(Told::of)
                .toList();
        if (!told.isEmpty()) {
            database.createNativeMutationQuery(PROPOSE)
                    .setParameter("told", text(told))
                    .executeUpdate();
        }
        UUID[] heard = visits.visits().stream()
                .flatMap(visit -> Stream.of(visit.visitId(), visit.corrects()))
                .filter(Objects::nonNull)
                .toArray(UUID[]::new);
        database.createNativeMutationQuery(WITHDRAW)
                .setParameter("at", clock.instant())
                .setParameter("visits", heard)
                .executeUpdate();
    }

    private String text(List<Told> told) {
        try {
            return json.writeValueAsString(told);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    "%d told incomes must be writable as JSON".formatted(told.size()), unwritable);
        }
    }

    /**
     * How a proposal becomes an income.
     *
     * @param rules null for those in force on the last day
     * @param lines what is true after all; null for what was told
     * @param statedBy who said so for the household
     */
    public record Acceptance(
            LocalDate from,
            LocalDate to,
            @Nullable String rules,
            @Nullable List<Line> lines,
            String statedBy,
            @Nullable UUID corrects) {}

    /** @throws IncomeException when it is decided already, or cannot be an income as it stands */
    @Transactional
    public IncomeProposal accept(UUID id, Acceptance acceptance) {
        IncomeProposal proposal = requireOpen(id);
        List<Line> lines = acceptance.lines() == null ? proposal.lines() : acceptance.lines();
        Income income = recording
                .record(
                        UuidCreator.getTimeOrderedEpoch(),
                        new Statement(
                                proposal.householdId(),
                                acceptance.from(),
                                acceptance.to(),
                                acceptance.rules(),
                                lines,
                                acceptance.statedBy(),
                                "visit " + proposal.id() + " of " + proposal.visitedOn(),
                                acceptance.corrects()))
                .income();
        return decide(proposal, IncomeProposal.State.ACCEPTED, null, income.id());
    }

    /** @throws IncomeException when it is decided already */
    @Transactional
    public IncomeProposal decline(UUID id, String reason) {
        return decide(requireOpen(id), IncomeProposal.State.DECLINED, reason, null);
    }

    private IncomeProposal requireOpen(UUID id) {
        IncomeProposal proposal = proposals.getLocked(id);
        if (proposal.state() != IncomeProposal.State.PROPOSED) {
            throw new IncomeException(new IncomeRefusal.ProposalDecided(proposal.state()));
        }
        return proposal;
    }

    private IncomeProposal decide(
            IncomeProposal proposal, IncomeProposal.State state, @Nullable String reason, @Nullable UUID income) {
        Caller acting = caller.get();
        database.flush();
        database.createNativeMutationQuery(DECIDE)
                .setParameter("state", state.name())
                .setParameter("reason", reason, String.class)
                .setParameter("income", income, UUID.class)
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .setParameter("id", proposal.id())
                .executeUpdate();
        audit.record(AuditEntry.of("income-proposal-decided", "household", proposal.householdId())
                .in(proposal.villageCode())
                .because(reason)
                .with("proposal", proposal.id())
                .with("state", state));
        return proposals.get(proposal.id());
    }
}
