package org.jingzhun.identification.monitoring.judging;

/** How a household that is not poor now stands to the poverty register. */
public enum Standing {
    /** It was poor and has left poverty (脱贫户). */
    EXITED,
    /** It is not on the register, or was removed from it (一般农户). */
    ORDINARY
}
