package org.jingzhun.funding.yearend;

/** Where a reclaiming stands; labels stand in the code list {@code reclaim-stage}. */
public enum ReclaimStage {
    PROPOSED,
    BOOKED,
    REJECTED
}
