package org.jingzhun.identification.campaign;

/** What must be so before a gate opens, beside its place in the order. */
public enum Need {
    /** Every household of the village with members is assessed in this campaign. */
    ALL_ASSESSED,
    /** Minutes of a meeting with as many of those entitled as the policy says, most of whom agreed. */
    MINUTES,
    /** The notice has been up for its days. */
    NOTICE_OVER,
    /** No objection of the round is open. */
    NO_OPEN_OBJECTION,
    /** The departments' data were matched, and nobody's flag in the village is open. */
    SCREENED,
    /** The county's cut line is fixed. */
    LINE_FIXED,
    /** Every household that is flagged, objected to or near the line was visited a second time. */
    SECOND_VISITS,
    /** The document that announces the list has a number. */
    DOCUMENT
}
