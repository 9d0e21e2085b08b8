package org.jingzhun.pairing.redblack;

/** Where an entry stands. */
public enum EntryState {
    PROPOSED,
    /** Who is meant knows of it and may reply (告知). */
    NOTIFIED,
    /** Who is meant has replied (申辩). */
    REPLIED,
    /** The reply convinced, or the proposal was none (不予上榜). */
    DISMISSED,
    /** On the list (上榜). */
    PUBLISHED,
    /** Said to be put right; somebody else has to agree (已整改). */
    RECTIFIED,
    /** Off the black list, put right (摘榜). */
    LIFTED,
    /** Off the list, its time is over (到期). */
    EXPIRED
}
