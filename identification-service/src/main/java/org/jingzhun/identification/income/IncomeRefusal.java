package org.jingzhun.identification.income;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.income.computing.Fault;

/** Why an income is not recorded. */
public sealed interface IncomeRefusal {

    /** Nobody knows the household, or it is outside the caller's area. */
    record UnknownHousehold(UUID household) implements IncomeRefusal {}

    /** The income of nobody has no part per head. */
    record NobodyInHousehold(UUID household) implements IncomeRefusal {}

    /** No such rules, or not for this period. */
    record NoRules(String version, LocalDate day) implements IncomeRefusal {}

    /** Other content under a known version. */
    record RulesNeverChange(String version) implements IncomeRefusal {}

    /** @param faults at least one */
    record FaultyLines(List<Fault> faults) implements IncomeRefusal {}

    /** The period is longer than a year, or ends after today. */
    record BadPeriod(LocalDate from, LocalDate to) implements IncomeRefusal {}

    /** The household has an income of this period. */
    record AlreadyRecorded(UUID known) implements IncomeRefusal {}

    /** What is to be corrected is not there, is of another household, or was corrected before. */
    record NotCorrectable(UUID corrects) implements IncomeRefusal {}

    /** What was told is decided once. */
    record ProposalDecided(IncomeProposal.State state) implements IncomeRefusal {}

    /** The id belongs to something else. */
    record IdTaken(UUID id) implements IncomeRefusal {}
}
