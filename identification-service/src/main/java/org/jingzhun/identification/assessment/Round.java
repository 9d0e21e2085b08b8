package org.jingzhun.identification.assessment;

/** Which of the two home visits of a campaign (两入户). */
public enum Round {
    FIRST_VISIT,
    /** Verifies flagged, objected and borderline households; by other people than the first. */
    SECOND_VISIT
}
