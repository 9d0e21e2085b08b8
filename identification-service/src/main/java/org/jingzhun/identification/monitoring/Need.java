package org.jingzhun.identification.monitoring;

/** What must be so before a step is taken, beside its place in the order. */
public enum Need {
    /** The household is not poor: who is poor is helped as such. */
    NOT_POOR,
    /** What the home check found. */
    FINDINGS,
    /** The line of the year is loaded. */
    LINE,
    /** The step names photos or documents. */
    EVIDENCE,
    /** Minutes of a meeting with as many of those entitled, and as many votes, as the policies ask for. */
    MINUTES,
    /** The notice has been up for its days. */
    NOTICE_OVER,
    /** No objection is open, and none against this notice was upheld. */
    NO_OBJECTION,
    /** The deciding document has a number. */
    DOCUMENT,
    /** A remark says why. */
    REMARK,
    /** What is to be done, by whom and until when. */
    MEASURE,
    /** A measure that is not carried out yet. */
    OPEN_MEASURE,
    /** There are measures, and none is open. */
    MEASURES_DONE,
    /** Risk gone, guarantees and water kept, no new risk. */
    CLEARANCE,
    /** The income has been over the line for the months that the rule says. */
    STABLE_INCOME,
    /** Of a household of whom nobody can work: a measure of comprehensive security was carried out, and a remark says why. */
    CAUTION,
    /** No lead has come since the visit. */
    NO_NEW_LEAD,
    /** The household has exited on the register, so that it can fall back. */
    EXITED,
    /** The household is poor on the register. */
    POOR
}
