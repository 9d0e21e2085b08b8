package org.jingzhun.identification.campaign;

/**
 * How things stand in a round's village when a gate is to be opened.
 *
 * @param unassessed households with members that are not assessed
 * @param openObjections of the round
 * @param openFlags of households of the village
 * @param missingSecondVisits households of the village that must be visited a second time and were not
 * @param screened whether the departments' data were matched
 * @param lineFixed whether the campaign has its cut line
 * @param noticeDays calendar days that a notice stands
 * @param meeting what an appraisal needs to decide
 */
public record Findings(
        int unassessed,
        int openObjections,
        int openFlags,
        int missingSecondVisits,
        boolean screened,
        boolean lineFixed,
        int noticeDays,
        MeetingRule meeting) {}
