package org.jingzhun.identification.income.computing;

/**
 * What a household states for an item.
 *
 * @param fen amount of the period in fen (分), 0 or more
 */
public record Line(String item, long fen) {}
