package org.jingzhun.identification.exit;

import java.time.LocalDate;
import java.util.List;
import org.jingzhun.identification.campaign.Majority;
import org.jingzhun.identification.campaign.Quorum;
import org.jingzhun.identification.division.Level;

/** Why an exit says no. */
public sealed interface ExitRefusal {

    /** The step does not lead on from where the exit stands. */
    record StepNotOpen(Step step, Stage stage) implements ExitRefusal {}

    /** The step is taken by an officer of another level. */
    record WrongLevel(Step step, Level takenBy) implements ExitRefusal {}

    /** Two steps that must be taken by different people. */
    record SamePerson(Step step, Step earlier) implements ExitRefusal {}

    /** An appraisal without minutes. */
    record MinutesMissing(Step step) implements ExitRefusal {}

    /** Fewer than two thirds came. */
    record NoQuorum(int present, int entitled, Quorum quorum) implements ExitRefusal {}

    /** Too few of those present agreed. */
    record NotCarried(int votes, int present, Majority majority) implements ExitRefusal {}

    /** @param criteria without a finding */
    record FindingsMissing(List<String> criteria) implements ExitRefusal {}

    /** @param criteria that are said to be met without evidence */
    record EvidenceMissing(List<String> criteria) implements ExitRefusal {}

    /** @param criteria decisive and not met */
    record StandardNotMet(String standard, List<String> criteria) implements ExitRefusal {}

    /** The incidence is not below the threshold of the standard. */
    record IncidenceTooHigh(String standard) implements ExitRefusal {}

    /** Who came onto the register in a year, or fell back in it, does not exit in it. */
    record YearOfEntry(int entryYear, int year) implements ExitRefusal {}

    /** The exit plan of the village goes up and down still. */
    record PlanUnderWay(int year) implements ExitRefusal {}

    /** The exit plan of the village is fixed: nobody joins it. */
    record PlanFixed(int year) implements ExitRefusal {}

    /** The household is not on the register as poor. */
    record NotPoor(String status) implements ExitRefusal {}

    /** One of the two sides has not signed. */
    record NotRecognised() implements ExitRefusal {}

    /** Somebody signed for both sides. */
    record SignedForBoth() implements ExitRefusal {}

    /** @param lastDay of the notice, in Asia/Shanghai */
    record NoticeRunning(LocalDate lastDay) implements ExitRefusal {}

    /** @param count objections that nobody has decided */
    record OpenObjection(int count) implements ExitRefusal {}

    /** An objection against the notice held good: the exit goes back or off the plan. */
    record UpheldObjection() implements ExitRefusal {}

    /** Objections are taken while a notice is up. */
    record NoNotice(Stage stage) implements ExitRefusal {}

    /** The objection is decided already. */
    record ObjectionResolved() implements ExitRefusal {}

    /** Somebody who checked or certified the exit, or took the objection down, re-checks or decides it. */
    record InvestigatorConcerned() implements ExitRefusal {}

    /** The objection is decided by an officer of another level. */
    record WrongLevelToResolve(Level decidedBy) implements ExitRefusal {}

    /** @param criteria that an evaluation by others has still to find out */
    record Unevaluated(List<String> criteria) implements ExitRefusal {}

    /** @param criteria of the evaluation that miss their threshold */
    record EvaluationMissed(String standard, List<String> criteria) implements ExitRefusal {}

    /** An evaluation comes between the notice and the approval, or in a later year. */
    record EvaluationClosed(Stage stage, int year) implements ExitRefusal {}

    /** Who evaluates has no part in the exit. */
    record EvaluatorConcerned() implements ExitRefusal {}

    /** The approving document has no number. */
    record DocumentMissing() implements ExitRefusal {}

    /** Nobody said why. */
    record ReasonMissing(Step step) implements ExitRefusal {}

    /** There is no such household on the register, poor village or county in the caller's area. */
    record UnknownSubject(Subject subject) implements ExitRefusal {}

    /** Another exit of the same is under way. */
    record AlreadyPlanned() implements ExitRefusal {}

    /** Out of poverty already. */
    record AlreadyExited() implements ExitRefusal {}

    /** No standard holds for this year and place, or not the one that was named. */
    record NoStandard(int year) implements ExitRefusal {}

    /** The standard has no such criterion. */
    record UnknownCriterion(int index, String standard, String criterion) implements ExitRefusal {}

    /** A criterion that is decided by a value, or by a statement, came without. */
    record ValueMissing(int index, String criterion) implements ExitRefusal {}

    /** The register counts this; nobody else says it. */
    record MeasuredByRegister(int index, String criterion) implements ExitRefusal {}

    /** An evaluation by others finds this out; nobody else says it. */
    record MeasuredByEvaluation(int index, String criterion) implements ExitRefusal {}

    /** There is no line of income for the year. */
    record NoLine(int year) implements ExitRefusal {}

    /** What was found cannot change at this stage, or not for this year. */
    record FindingsClosed(Stage stage, int year) implements ExitRefusal {}

    /** A version never changes. */
    record StandardExists(String version) implements ExitRefusal {}

    default ExitException asException() {
        return new ExitException(this);
    }
}
