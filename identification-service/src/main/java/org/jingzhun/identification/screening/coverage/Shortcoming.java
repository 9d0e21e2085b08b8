package org.jingzhun.identification.screening.coverage;

/** What is wrong with a department's data. */
public enum Shortcoming {
    /** It has delivered nothing for the county. */
    MISSING,
    /** The youngest delivery is older than the policy allows. */
    STALE,
    /** The deliveries that are young enough cover too few of the county's persons. */
    NOT_COVERING
}
