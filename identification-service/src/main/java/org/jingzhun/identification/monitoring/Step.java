package org.jingzhun.identification.monitoring;

import static org.jingzhun.identification.division.Level.COUNTY;
import static org.jingzhun.identification.division.Level.TOWNSHIP;
import static org.jingzhun.identification.division.Level.VILLAGE;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.Level;
import org.jspecify.annotations.Nullable;

/**
 * The steps of monitoring: from which stages to which, who takes each, from whom the taker must differ, within which term
 * it is due, and what must be so before.
 *
 * <p>Source: closure mirrors identification with home check, appraisal, notice, county approval and announcement
 * (published); which office takes which step is a rule of this service, as for identification.
 */
@Schema(name = "MonitoringStep")
public enum Step {
    /** 入户核查. */
    VERIFICATION(
            EnumSet.of(Stage.LEAD),
            Stage.VERIFIED,
            Set.of(VILLAGE),
            Set.of(),
            RuleName.VERIFICATION_TERM,
            Need.NOT_POOR,
            Need.FINDINGS,
            Need.LINE,
            Need.EVIDENCE),
    /** 民主评议. */
    APPRAISAL(
            EnumSet.of(Stage.VERIFIED),
            Stage.APPRAISED,
            Set.of(VILLAGE),
            Set.of(),
            RuleName.IDENTIFICATION_TERM,
            Need.MINUTES),
    /** 村级公示. */
    NOTICE(EnumSet.of(Stage.APPRAISED), Stage.NOTICED, Set.of(VILLAGE), Set.of(), RuleName.IDENTIFICATION_TERM),
    /** 乡镇审核. */
    REVIEW(
            EnumSet.of(Stage.NOTICED),
            Stage.REVIEWED,
            Set.of(TOWNSHIP),
            Set.of(VERIFICATION, APPRAISAL),
            RuleName.IDENTIFICATION_TERM,
            Need.NOTICE_OVER,
            Need.NO_OBJECTION),
    /** 县级审定: from here on the household is monitored. */
    CONFIRMATION(
            EnumSet.of(Stage.REVIEWED),
            Stage.MONITORED,
            Set.of(COUNTY),
            Set.of(VERIFICATION, REVIEW),
            RuleName.IDENTIFICATION_TERM,
            Need.NOT_POOR,
            Need.DOCUMENT),
    SEND_BACK(
            EnumSet.range(Stage.VERIFIED, Stage.REVIEWED),
            Stage.LEAD,
            Set.of(TOWNSHIP, COUNTY),
            Set.of(),
            null,
            Need.REMARK),
    DISMISSAL(
            EnumSet.range(Stage.LEAD, Stage.REVIEWED),
            Stage.DISMISSED,
            Set.of(TOWNSHIP, COUNTY),
            Set.of(),
            null,
            Need.REMARK,
            Need.EVIDENCE),

    MEASURE_PLANNED(
            EnumSet.of(Stage.MONITORED),
            Stage.MONITORED,
            Set.of(VILLAGE, TOWNSHIP, COUNTY),
            Set.of(),
            RuleName.PLANNING_TERM,
            Need.MEASURE),
    /** Due on the day that the measure itself names. */
    MEASURE_DONE(
            EnumSet.of(Stage.MONITORED),
            Stage.MONITORED,
            Set.of(VILLAGE, TOWNSHIP),
            Set.of(),
            null,
            Need.OPEN_MEASURE,
            Need.EVIDENCE),
    MEASURE_DROPPED(
            EnumSet.of(Stage.MONITORED),
            Stage.MONITORED,
            Set.of(TOWNSHIP, COUNTY),
            Set.of(),
            null,
            Need.OPEN_MEASURE,
            Need.REMARK),
    /** Proposes the return (返贫) to the register, which has gates of its own. */
    RETURN_PROPOSED(
            EnumSet.of(Stage.MONITORED),
            Stage.MONITORED,
            Set.of(TOWNSHIP, COUNTY),
            Set.of(),
            null,
            Need.EXITED,
            Need.EVIDENCE,
            Need.REMARK),
    HAND_OVER(
            EnumSet.range(Stage.MONITORED, Stage.CLOSURE_REVIEWED),
            Stage.HANDED_OVER,
            Set.of(COUNTY),
            Set.of(),
            null,
            Need.POOR),

    CLOSURE_VISIT(
            EnumSet.of(Stage.MONITORED),
            Stage.CLOSURE_VISITED,
            Set.of(VILLAGE),
            Set.of(),
            null,
            Need.MEASURES_DONE,
            Need.CLEARANCE,
            Need.STABLE_INCOME,
            Need.CAUTION,
            Need.EVIDENCE),
    CLOSURE_APPRAISAL(
            EnumSet.of(Stage.CLOSURE_VISITED),
            Stage.CLOSURE_APPRAISED,
            Set.of(VILLAGE),
            Set.of(),
            RuleName.CLOSURE_TERM,
            Need.MINUTES),
    CLOSURE_NOTICE(
            EnumSet.of(Stage.CLOSURE_APPRAISED),
            Stage.CLOSURE_NOTICED,
            Set.of(VILLAGE),
            Set.of(),
            RuleName.CLOSURE_TERM),
    CLOSURE_REVIEW(
            EnumSet.of(Stage.CLOSURE_NOTICED),
            Stage.CLOSURE_REVIEWED,
            Set.of(TOWNSHIP),
            Set.of(MEASURE_DONE, CLOSURE_VISIT, CLOSURE_APPRAISAL),
            RuleName.CLOSURE_TERM,
            Need.NOTICE_OVER,
            Need.NO_OBJECTION,
            Need.NO_NEW_LEAD),
    CLOSURE_APPROVAL(
            EnumSet.of(Stage.CLOSURE_REVIEWED),
            Stage.CLOSED,
            Set.of(COUNTY),
            Set.of(CLOSURE_VISIT, CLOSURE_REVIEW),
            RuleName.CLOSURE_TERM,
            Need.NO_NEW_LEAD,
            Need.STABLE_INCOME,
            Need.CAUTION,
            Need.DOCUMENT),
    CLOSURE_REJECTION(
            EnumSet.range(Stage.CLOSURE_VISITED, Stage.CLOSURE_REVIEWED),
            Stage.MONITORED,
            Set.of(TOWNSHIP, COUNTY),
            Set.of(),
            null,
            Need.REMARK);

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Stage> from;

    private final Stage to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Level> takenBy;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Step> mustDifferFrom;

    private final @Nullable RuleName term;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Need> needs;

    Step(
            Set<Stage> from,
            Stage to,
            Set<Level> takenBy,
            Set<Step> mustDifferFrom,
            @Nullable RuleName term,
            Need... needs) {
        this.from = Set.copyOf(from);
        this.to = to;
        this.takenBy = Set.copyOf(takenBy);
        this.mustDifferFrom = mustDifferFrom;
        this.term = term;
        this.needs = Set.of(needs);
    }

    public Set<Stage> from() {
        return from;
    }

    public Stage to() {
        return to;
    }

    /** The levels one of whose officers takes it. */
    public Set<Level> takenBy() {
        return takenBy;
    }

    /** Whoever took one of these in the same case must not take this one. */
    public Set<Step> mustDifferFrom() {
        return mustDifferFrom;
    }

    /** The rule of its term; null where nothing says until when. */
    public @Nullable RuleName term() {
        return term;
    }

    public boolean needs(Need need) {
        return needs.contains(need);
    }

    /** What is due next at a stage; null when the case has ended, or nothing is due until the risk is gone. */
    static @Nullable Step dueAt(Stage stage, int measures, int openMeasures) {
        return switch (stage) {
            case LEAD -> VERIFICATION;
            case VERIFIED -> APPRAISAL;
            case APPRAISED -> NOTICE;
            case NOTICED -> REVIEW;
            case REVIEWED -> CONFIRMATION;
            case MONITORED -> measures == 0 ? MEASURE_PLANNED : openMeasures > 0 ? MEASURE_DONE : null;
            case CLOSURE_VISITED -> CLOSURE_APPRAISAL;
            case CLOSURE_APPRAISED -> CLOSURE_NOTICE;
            case CLOSURE_NOTICED -> CLOSURE_REVIEW;
            case CLOSURE_REVIEWED -> CLOSURE_APPROVAL;
            case CLOSED, DISMISSED, HANDED_OVER -> null;
        };
    }
}
