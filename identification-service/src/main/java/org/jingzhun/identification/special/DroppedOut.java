package org.jingzhun.identification.special;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A student left school (辍学); told within the service in the transaction that keeps it.
 *
 * @param recordId of the special register
 */
public record DroppedOut(UUID recordId, UUID householdId, long villageCode, LocalDate on) {}
