package org.jingzhun.sample;

/** What is planted in a household so that screening has something to find. */
public enum Oddity {
    /** Not poor, looks poor, owns a vehicle of the veto value and more. */
    HIDDEN_VEHICLE,
    /** Not poor, looks poor, a member runs a shop or company. */
    HIDDEN_SHOP,
    /** Not poor, looks poor, a member is on the public payroll. */
    PAYROLL_MEMBER,
    /** Not poor, looks poor, owns a house in town. */
    SECOND_HOUSE,
    /** The old people of a family that is not poor, registered apart (拆户). */
    SPLIT_FAMILY,
    /** Truly poor, but what can be seen looks fine. */
    MISSED_POOR,
    /** Truly poor; an asset record that came after the time point, hence no wrong inclusion. */
    LATER_ASSET
}
