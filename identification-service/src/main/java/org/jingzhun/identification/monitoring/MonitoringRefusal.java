package org.jingzhun.identification.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.campaign.Majority;
import org.jingzhun.identification.campaign.Quorum;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.monitoring.judging.Judgement;
import org.jspecify.annotations.Nullable;

/** Why monitoring says no. */
public sealed interface MonitoringRefusal {

    /** The step does not lead on from where the case stands. */
    record StepNotOpen(Step step, Stage stage) implements MonitoringRefusal {}

    /** The step is taken by an officer of another level. */
    record WrongLevel(Step step, List<Level> takenBy) implements MonitoringRefusal {}

    /** Two steps that must be taken by different people. */
    record SamePerson(Step step, Step earlier) implements MonitoringRefusal {}

    /** Nobody knows the household, or it is outside the caller's area. */
    record UnknownHousehold(UUID household) implements MonitoringRefusal {}

    /** Nobody can have told it yet. */
    record ToldInFuture(LocalDate toldOn) implements MonitoringRefusal {}

    /** Who is poor is helped as such. */
    record IsPoor(String status) implements MonitoringRefusal {}

    /** The household is not poor on the register. */
    record NotPoor(@Nullable String status) implements MonitoringRefusal {}

    /** Only who has exited can fall back. */
    record NotExited(@Nullable String status) implements MonitoringRefusal {}

    /** A home check without what it found. */
    record FindingsMissing() implements MonitoringRefusal {}

    /** Another class than the figures point to, or any when they point to none, without a remark. */
    record ClassUnexplained(Judgement.Outcome outcome) implements MonitoringRefusal {}

    /** Nobody has loaded the monitoring line of the year. */
    record LineMissing(int year) implements MonitoringRefusal {}

    /** No photo or document. */
    record EvidenceMissing() implements MonitoringRefusal {}

    /** An appraisal without minutes. */
    record MinutesMissing(Step step) implements MonitoringRefusal {}

    /** Too few came. */
    record NoQuorum(int present, int entitled, Quorum quorum) implements MonitoringRefusal {}

    /** Too few of those present agreed. */
    record NotCarried(int votes, int present, Majority majority) implements MonitoringRefusal {}

    /** Objections that nobody has decided. */
    record OpenObjection(int count) implements MonitoringRefusal {}

    /** One against the notice that is up held good. */
    record UpheldObjection() implements MonitoringRefusal {}

    /** Objections are taken while a notice is up. */
    record NoNotice(Stage stage) implements MonitoringRefusal {}

    /** An objection is decided once. */
    record ObjectionResolved() implements MonitoringRefusal {}

    /** Who had a part in the case neither decides an objection nor looks into it. */
    record InvestigatorConcerned() implements MonitoringRefusal {}

    /** @param lastDay of the notice, in Asia/Shanghai */
    record NoticeRunning(LocalDate lastDay) implements MonitoringRefusal {}

    /** The deciding document has no number. */
    record DocumentMissing() implements MonitoringRefusal {}

    /** Nobody said why. */
    record RemarkMissing(Step step) implements MonitoringRefusal {}

    /** A measure to be planned is not described. */
    record MeasureMissing() implements MonitoringRefusal {}

    /** A measure cannot be due before it is planned. */
    record MeasureDueInPast(LocalDate dueOn) implements MonitoringRefusal {}

    /** The case has no open measure with this id. */
    record NoSuchOpenMeasure(@Nullable UUID measure) implements MonitoringRefusal {}

    /** Nothing was done, or something is still to be done. */
    record MeasuresNotDone(int measures, int open) implements MonitoringRefusal {}

    /** The closing visit did not find the risk gone, the guarantees kept and no new risk. */
    record RiskRemains() implements MonitoringRefusal {}

    /**
     * The income is not stably over the line.
     *
     * @param day before which the twelve months are below it, or not known
     * @param coveredDays of those twelve months within recorded incomes
     */
    record IncomeNotStable(LocalDate day, int coveredDays) implements MonitoringRefusal {}

    /** Nobody of the household can work, and no measure of comprehensive security was carried out or nobody said why. */
    record NoLabour() implements MonitoringRefusal {}

    /** A lead has come since the closing visit. */
    record NewLead() implements MonitoringRefusal {}

    default MonitoringException asException() {
        return new MonitoringException(this);
    }
}
