package org.jingzhun.identification.household;

/**
 * Households of villages were recorded, changed or moved, whichever way; told within the service in the same transaction.
 *
 * @param from lowest code of the villages
 * @param to highest code of the villages
 */
public record Recounted(long from, long to) {}
