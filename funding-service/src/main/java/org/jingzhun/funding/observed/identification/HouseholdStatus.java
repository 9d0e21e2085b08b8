package org.jingzhun.funding.observed.identification;

import java.util.UUID;

/**
 * A household of the register or of monitoring, as funding knows it.
 *
 * @param status POOR, EXITED, RETURNED or REMOVED; MONITORED for a household that is monitored and not on the register
 * @param monitored whether it is monitored now
 */
public record HouseholdStatus(UUID id, long village, String status, boolean monitored) {}
