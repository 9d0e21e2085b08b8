package org.jingzhun.identification.exit;

import static org.jingzhun.identification.division.Level.CITY;
import static org.jingzhun.identification.division.Level.COUNTY;
import static org.jingzhun.identification.division.Level.PROVINCE;
import static org.jingzhun.identification.division.Level.TOWNSHIP;
import static org.jingzhun.identification.division.Level.VILLAGE;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.Level;

/**
 * The procedure of exit (退出程序): from which stage to which, the level that takes each step for a household, a village
 * and a county, from whom the taker must differ, and what must be so before.
 *
 * <p>Source: the national order of exit (appraisal, verification, consent, notice, announcement), the double recognition
 * of Guangxi, and the authority to approve: county governments households, city governments villages, the region
 * counties. Who reviews, and who must differ, follows the gates of identification.
 */
@Schema(name = "ExitStepName")
public enum Step {
    /** Put on the plan: taken by planning, never as a step. */
    PLAN(EnumSet.noneOf(Stage.class), Stage.PLANNED, new Levels(VILLAGE, TOWNSHIP, COUNTY), Set.of()),
    APPRAISAL(
            EnumSet.of(Stage.PLANNED),
            Stage.APPRAISED,
            new Levels(VILLAGE, VILLAGE, COUNTY),
            Set.of(),
            Need.PLAN_FIXED,
            Need.MINUTES),
    VERIFICATION(
            EnumSet.of(Stage.APPRAISED),
            Stage.VERIFIED,
            new Levels(TOWNSHIP, COUNTY, CITY),
            Set.of(APPRAISAL),
            Need.POOR_BEFORE_THE_YEAR,
            Need.FINDINGS,
            Need.STANDARD_MET),
    RECOGNITION(
            EnumSet.of(Stage.VERIFIED),
            Stage.RECOGNISED,
            new Levels(VILLAGE, TOWNSHIP, PROVINCE),
            Set.of(),
            Need.BOTH_SIGNATURES),
    NOTICE(EnumSet.of(Stage.RECOGNISED), Stage.NOTICED, new Levels(VILLAGE, TOWNSHIP, PROVINCE), Set.of()),
    REVIEW(
            EnumSet.of(Stage.NOTICED),
            Stage.REVIEWED,
            new Levels(TOWNSHIP, COUNTY, PROVINCE),
            Set.of(APPRAISAL, VERIFICATION),
            Need.NOTICE_OVER,
            Need.NO_OBJECTION),
    APPROVAL(
            EnumSet.of(Stage.REVIEWED),
            Stage.APPROVED,
            new Levels(COUNTY, CITY, PROVINCE),
            Set.of(PLAN, APPRAISAL, VERIFICATION, REVIEW),
            Need.POOR_BEFORE_THE_YEAR,
            Need.STANDARD_MET,
            Need.EVALUATED,
            Need.DOCUMENT),
    ANNOUNCEMENT(
            EnumSet.of(Stage.APPROVED),
            Stage.EXITED,
            new Levels(COUNTY, CITY, PROVINCE),
            Set.of(),
            Need.POOR_BEFORE_THE_YEAR),
    /** An objection held good, or a review found fault: appraised and checked anew. */
    SEND_BACK(
            EnumSet.of(Stage.APPRAISED, Stage.VERIFIED, Stage.RECOGNISED, Stage.NOTICED, Stage.REVIEWED),
            Stage.PLANNED,
            new Levels(TOWNSHIP, COUNTY, PROVINCE),
            Set.of(),
            Need.REASON),
    /** Off the plan. */
    WITHDRAWAL(
            EnumSet.range(Stage.PLANNED, Stage.APPROVED),
            Stage.WITHDRAWN,
            new Levels(TOWNSHIP, COUNTY, PROVINCE),
            Set.of(),
            Need.REASON);

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Stage> from;

    private final Stage to;

    @SuppressWarnings("ImmutableEnumChecker") // a record of enums
    private final Levels levels;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Step> mustDifferFrom;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Need> needs;

    /** Which level takes a step, by who leaves. */
    private record Levels(Level household, Level village, Level county) {}

    Step(Set<Stage> from, Stage to, Levels levels, Set<Step> mustDifferFrom, Need... needs) {
        this.from = Set.copyOf(from);
        this.to = to;
        this.levels = levels;
        this.mustDifferFrom = mustDifferFrom;
        this.needs = Set.of(needs);
    }

    public Set<Stage> from() {
        return from;
    }

    public Stage to() {
        return to;
    }

    /** The level whose officer takes it. */
    public Level takenBy(Subject subject) {
        return switch (subject) {
            case HOUSEHOLD -> levels.household();
            case VILLAGE -> levels.village();
            case COUNTY -> levels.county();
        };
    }

    /** Whoever took one of these in the same exit must not take this one. */
    public Set<Step> mustDifferFrom() {
        return mustDifferFrom;
    }

    public boolean needs(Need need) {
        return needs.contains(need);
    }
}
