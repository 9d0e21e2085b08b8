package org.jingzhun.pairing.social;

/** Where a campaign stands; it runs while it is open and its days last. */
public enum CampaignState {
    PLANNED,
    OPEN,
    CLOSED,
    CANCELLED
}
