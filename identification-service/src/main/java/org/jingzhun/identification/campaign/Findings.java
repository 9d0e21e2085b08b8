package org.jingzhun.identification.campaign;

/**
 * How things stand in a round's village when a gate is to be opened.
 *
 * @param unassessed households with members that are not assessed
 * @param openObjections of the round
 * @param openFlags of households of the village
 * @param screened whether the departments' data were matched
 * @param lineFixed whether the campaign has its cut line
 * @param noticeDays calendar days that a notice stands
 */
public record Findings(
        int unassessed, int openObjections, int openFlags, boolean screened, boolean lineFixed, int noticeDays) {}
