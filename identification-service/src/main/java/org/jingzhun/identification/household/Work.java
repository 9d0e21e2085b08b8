package org.jingzhun.identification.household;

/** Where a member works for wages (务工情况). */
public enum Work {
    NONE,
    IN_TOWNSHIP,
    IN_COUNTY,
    IN_PROVINCE,
    OUT_OF_PROVINCE,
    OTHER
}
