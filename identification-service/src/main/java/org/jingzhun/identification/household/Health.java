package org.jingzhun.identification.household;

/** The health of a member (健康状况); stored encrypted. */
public enum Health {
    HEALTHY,
    CHRONIC,
    MAJOR_ILLNESS,
    DISABLED
}
