package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.funding.allocation.selection.Selection;
import org.jingzhun.funding.codelist.CodeLists;
import org.jspecify.annotations.Nullable;

/** Takes proposals to a competitive plan and their appraisals (申报与评审), as long as the plan is a draft. */
@ApplicationScoped
public class Competing {

    private final AllocationPlans plans;
    private final Proposals proposals;
    private final CriteriaSets criteria;
    private final CodeLists codeLists;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Competing(
            AllocationPlans plans,
            Proposals proposals,
            CriteriaSets criteria,
            CodeLists codeLists,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.plans = plans;
        this.proposals = proposals;
        this.criteria = criteria;
        this.codeLists = codeLists;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** A proposal and whether it was new. */
    public record Recorded(ProposalRow proposal, boolean created) {}

    /**
     * Enters a proposal, or changes a known one.
     *
     * @param ifMatch the revision seen by the client; needed to change a known one
     * @throws AllocationRefusal if the plan takes no proposals, or this one does not fit it
     */
    @Transactional
    public Recorded enter(UUID planId, UUID id, ProposalRow.Data data, @Nullable String ifMatch) {
        var plan = open(planId);
        requireFit(plan, data);
        var known = proposals.find(planId, id);
        if (known.isPresent()) {
            Revisions.require(ifMatch, known.get().revision());
            proposals.update(planId, id, data);
        } else {
            if (proposals.list(planId, null, Selection.MOST).size() == Selection.MOST) {
                throw new AllocationRefusal.UnfitProposal(ProposalFlaw.TOO_MANY_PROPOSALS, Selection.MOST);
            }
            proposals.insert(planId, id, data, caller.get().subject(), clock.instant());
        }
        audit.record(AuditEntry.of("proposal-recorded", "allocation-proposal", id)
                .in(data.division())
                .with("plan", planId.toString())
                .with("cost", data.cost().toString()));
        return new Recorded(proposals.find(planId, id).orElseThrow(), known.isEmpty());
    }

    private void requireFit(AllocationPlan plan, ProposalRow.Data data) {
        boolean below = Area.ofPrefix(Long.toString(plan.county())).covers(data.division())
                && Level.of(data.division()).compareTo(plan.terms().level()) <= 0;
        if (!below) {
            throw new AllocationRefusal.UnfitProposal(ProposalFlaw.PROPOSAL_OUTSIDE_PLAN, data.division());
        }
        if (!codeLists.listCodes("proposal-kind", LocalDate.now(clock)).contains(data.kind())) {
            throw new AllocationRefusal.UnfitProposal(ProposalFlaw.PROPOSAL_KIND_UNKNOWN, data.kind());
        }
    }

    /**
     * Gives the caller's marks to a proposal, in place of earlier ones of the same person.
     *
     * @param marks 0 to 100 for each criterion of the plan's set, in its order
     * @throws AllocationRefusal if the plan is no competitive draft, the marks are not one for each criterion, or the
     *     caller has entered the proposal
     */
    @Transactional
    public ProposalRow appraise(UUID planId, UUID id, List<Integer> marks, String remark) {
        var plan = open(planId);
        var proposal = get(planId, id);
        var acting = caller.get();
        if (proposal.recordedBy().equals(acting.subject())) {
            throw new AllocationRefusal.UnfitProposal(ProposalFlaw.OWN_PROPOSAL, id);
        }
        int needed = criteria.get(String.valueOf(plan.terms().criteriaSet()))
                .criteria()
                .size();
        if (marks.size() != needed) {
            throw new AllocationRefusal.UnfitProposal(ProposalFlaw.MARKS_INCOMPLETE, needed);
        }
        proposals.put(planId, new Appraisal(id, acting.subject(), acting.name(), marks, remark, clock.instant()));
        audit.record(AuditEntry.of("proposal-appraised", "allocation-proposal", id)
                .in(proposal.data().division())
                .with("plan", planId.toString()));
        return get(planId, id);
    }

    /** @throws AllocationRefusal.UnfitProposal if there is none, or the caller does not see the plan */
    public ProposalRow get(UUID planId, UUID id) {
        return proposals
                .find(planId, id)
                .orElseThrow(() -> new AllocationRefusal.UnfitProposal(ProposalFlaw.UNKNOWN_PROPOSAL, id));
    }

    /** Kept from others until the transaction ends, so that nothing comes in while it is computed. */
    private AllocationPlan open(UUID planId) {
        var plan = plans.lock(planId);
        if (plan.terms().mode() != Mode.COMPETITIVE || plan.stage() != Stage.DRAFT) {
            throw new AllocationRefusal.UnfitProposal(ProposalFlaw.PROPOSALS_CLOSED, plan.stage());
        }
        return plan;
    }
}
