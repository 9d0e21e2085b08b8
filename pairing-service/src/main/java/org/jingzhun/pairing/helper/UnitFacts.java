package org.jingzhun.pairing.helper;

/**
 * What is told of a unit.
 *
 * @param division 12-digit code of the area in which it helps
 */
public record UnitFacts(String name, UnitLevel level, long division) {}
