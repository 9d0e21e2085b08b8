package org.jingzhun.pairing.policy;

/** Keys of the policy {@code visit-rules}. */
public enum VisitRule {
    /** Visits due in each whole month of a pairing (每月入户). */
    MONTHLY_VISITS,
    /** Metres from the household's home from which on a visit is flagged. */
    FAR_METRES,
    /** Seconds by which a phone's clock may be wrong without being corrected. */
    CLOCK_TOLERANCE_SECONDS,
    /** Bytes of a photo at most. */
    PHOTO_BYTES,
    /** Changes in one call at most. */
    CHANGES_A_SYNC
}
