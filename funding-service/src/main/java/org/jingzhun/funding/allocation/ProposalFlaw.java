package org.jingzhun.funding.allocation;

/** What can be wrong with a proposal or its appraisal. */
public enum ProposalFlaw {
    UNKNOWN_PROPOSAL,
    /** Only a competitive plan in the draft takes proposals and appraisals. */
    PROPOSALS_CLOSED,
    /** It lies outside the division that divides. */
    PROPOSAL_OUTSIDE_PLAN,
    /** Its kind is none of the list. */
    PROPOSAL_KIND_UNKNOWN,
    /** Nobody appraises what he entered. */
    OWN_PROPOSAL,
    /** An appraisal gives one mark for each criterion of the plan's set. */
    MARKS_INCOMPLETE,
    /** Some proposals have fewer appraisers than the set of criteria asks for. */
    TOO_FEW_APPRAISERS,
    TOO_MANY_PROPOSALS,
    NO_PROPOSALS,
    /** What must be funded breaks a limit. */
    SELECTION_IMPOSSIBLE,
    /** The solver's effort ended before the proof. */
    SELECTION_NOT_PROVEN,
    /** No proposal is worth funding. */
    NOTHING_FUNDED
}
