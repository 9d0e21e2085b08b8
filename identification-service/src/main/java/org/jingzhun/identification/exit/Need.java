package org.jingzhun.identification.exit;

/** What must be so before a step, beside its place in the order. */
public enum Need {
    /** The exit plan of the village and year, where one is drawn up, is fixed. */
    PLAN_FIXED,
    /** Minutes of a meeting with as many of those entitled, and as many votes, as the policies ask for. */
    MINUTES,
    /** The household came onto the register, or fell back, before the year of the exit, and is on it as poor. */
    POOR_BEFORE_THE_YEAR,
    /** Every criterion has its finding, and whatever is met has evidence. */
    FINDINGS,
    /** Every decisive criterion is met. */
    STANDARD_MET,
    /** Signed by the household, village or county itself, and by a team of others. */
    BOTH_SIGNATURES,
    /** The notice has been up for its days. */
    NOTICE_OVER,
    /** No objection is open, and none against this notice was upheld. */
    NO_OBJECTION,
    /** Where the standard asks for it: an evaluation by others keeps every threshold. */
    EVALUATED,
    /** The approving document has a number. */
    DOCUMENT,
    /** A remark says why. */
    REASON
}
