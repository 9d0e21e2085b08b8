package org.jingzhun.identification.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jingzhun.identification.assessment.Round;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.VisitReason;
import org.jingzhun.identification.form.proposal.Proposal;
import org.jingzhun.identification.household.Household;
import org.jingzhun.identification.income.IncomeProposal;
import org.jingzhun.identification.observed.funding.Received;
import org.jingzhun.identification.scorecard.scoring.Scorecard;
import org.jspecify.annotations.Nullable;

/**
 * The form of a visit (入户评估表), filled in with what is known.
 *
 * @param hamlet where the household lives
 * @param round the visit that comes next; null when both are recorded
 * @param secondVisitBecause why a second visit is asked for; none before the first
 * @param facts what speaks against poverty, for the second visit to verify
 * @param toldIncomes what the household told its helpers of its income and nobody has accepted or declined
 * @param receivedSince first of the twelve months until today
 * @param received in these, which proposes the transfer income
 * @param proposals one for each category of the scorecard, in their order
 */
public record Form(
        Household household,
        String hamlet,
        String householder,
        Campaign campaign,
        Scorecard scorecard,
        @Nullable Round round,
        Set<VisitReason> secondVisitBecause,
        List<KnownFact> facts,
        List<IncomeProposal> toldIncomes,
        LocalDate receivedSince,
        Received received,
        List<Proposal> proposals) {

    public Form {
        secondVisitBecause = Set.copyOf(secondVisitBecause);
        facts = List.copyOf(facts);
        toldIncomes = List.copyOf(toldIncomes);
        proposals = List.copyOf(proposals);
    }
}
