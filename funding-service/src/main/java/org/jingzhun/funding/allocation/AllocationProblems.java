package org.jingzhun.funding.allocation;

import java.util.Locale;
import java.util.Map;
import org.jingzhun.chassis.http.Problem;

/** Turns every refusal of allocating into the problem that its client reads. */
public final class AllocationProblems {

    private static final int MOST_NAMED = 100;

    private AllocationProblems() {}

    public static Problem of(AllocationRefusal refusal) {
        return switch (refusal) {
            case AllocationRefusal.UnknownPlan unknown -> Problem.of(404, "not-found");
            case AllocationRefusal.TakenElsewhere elsewhere ->
                Problem.of(422, "step-taken-elsewhere", elsewhere.step());
            case AllocationRefusal.NotDivisible not ->
                Problem.of(422, code(not.reason()), not.values().toArray());
            case AllocationRefusal.UnknownParameterSet unknown ->
                Problem.of(422, "unknown-parameter-set", unknown.known());
            case AllocationRefusal.CountyMissing missing -> Problem.of(422, "county-missing");
            case AllocationRefusal.OutsideArea outside -> Problem.of(422, "county-outside-area");
            case AllocationRefusal.CountyFixed fixed -> Problem.of(422, "county-fixed");
            case AllocationRefusal.UnfitTerms unfit -> Problem.of(422, code(unfit.flaw()), unfit.subject());
            case AllocationRefusal.TableIncomplete table ->
                Problem.of(
                        422, "factor-table-incomplete", table.table(), table.missing(), Long.toString(table.first()));
            case AllocationRefusal.StandardShort shortage ->
                Problem.of(422, "standard-above-amount", shortage.needed(), shortage.available(), shortage.shortfall());
            case AllocationRefusal.Spent spent ->
                Problem.of(
                                409,
                                "allocation-spent",
                                spent.receivers().size(),
                                spent.spent(),
                                spent.receivers().getFirst().name())
                        .with("spent", spent.spent().toString())
                        .with(
                                "receivers",
                                spent.receivers().stream()
                                        .limit(MOST_NAMED)
                                        .map(AllocationProblems::named)
                                        .toList());
            case AllocationRefusal.UnfitProposal unfit ->
                Problem.of(status(unfit.flaw()), code(unfit.flaw()), unfit.subject());
        };
    }

    private static Map<String, String> named(SpentShare spent) {
        return Map.of(
                "division",
                Long.toString(spent.division()),
                "share",
                spent.share().toString(),
                "left",
                spent.left().toString(),
                "spent",
                spent.spent().toString());
    }

    private static int status(ProposalFlaw flaw) {
        return switch (flaw) {
            case UNKNOWN_PROPOSAL -> 404;
            case PROPOSALS_CLOSED, OWN_PROPOSAL -> 409;
            case PROPOSAL_OUTSIDE_PLAN,
                    PROPOSAL_KIND_UNKNOWN,
                    MARKS_INCOMPLETE,
                    TOO_FEW_APPRAISERS,
                    TOO_MANY_PROPOSALS,
                    NO_PROPOSALS,
                    SELECTION_IMPOSSIBLE,
                    SELECTION_NOT_PROVEN,
                    NOTHING_FUNDED -> 422;
        };
    }

    private static String code(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
