package org.jingzhun.identification.special.facts;

/** The rules in force that facts are checked by. */
public record Rules(Parameters schooling, Parameters leftBehind) {}
