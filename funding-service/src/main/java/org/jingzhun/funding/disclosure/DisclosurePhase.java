package org.jingzhun.funding.disclosure;

/** Whether something is announced before or after it happens. */
public enum DisclosurePhase {

    /** Before it is carried out (事前公示). */
    PLAN,

    /** After it was decided or carried out (事后公告). */
    RESULT
}
