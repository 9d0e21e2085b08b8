package org.jingzhun.identification.transition;

import static org.jingzhun.identification.division.Level.CITY;
import static org.jingzhun.identification.division.Level.COUNTY;
import static org.jingzhun.identification.division.Level.TOWNSHIP;
import static org.jingzhun.identification.division.Level.VILLAGE;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.Level;

/**
 * The gates of the three transitions: of which kind, from which stage to which, who opens each, from whom the opener must
 * differ, and what must be so before.
 *
 * <p>Source: the dynamic-management measure of Guangxi (trial, 2017) tells the three apart; its gates are not published.
 * A return mirrors identification, a roll-back is decided with the city because the county approved the exit, and a
 * removal hears the household first: rules of this service.
 */
@Schema(name = "RegisterTransitionGate")
public enum Gate {
    /** Made with the proposal, never as a gate. */
    PROPOSAL(EnumSet.allOf(Kind.class), EnumSet.noneOf(Stage.class), Stage.PROPOSED, VILLAGE, Set.of()),

    RETURN_VISIT(
            EnumSet.of(Kind.RETURN),
            EnumSet.of(Stage.PROPOSED),
            Stage.VISITED,
            TOWNSHIP,
            Set.of(),
            Need.STATUS,
            Need.EVIDENCE),
    RETURN_APPRAISAL(
            EnumSet.of(Kind.RETURN),
            EnumSet.of(Stage.VISITED),
            Stage.APPRAISED,
            VILLAGE,
            Set.of(RETURN_VISIT),
            Need.MINUTES),
    RETURN_NOTICE(EnumSet.of(Kind.RETURN), EnumSet.of(Stage.APPRAISED), Stage.NOTICED, VILLAGE, Set.of()),
    RETURN_REVIEW(
            EnumSet.of(Kind.RETURN),
            EnumSet.of(Stage.NOTICED),
            Stage.REVIEWED,
            TOWNSHIP,
            Set.of(RETURN_VISIT, RETURN_APPRAISAL),
            Need.NOTICE_OVER),
    RETURN_APPROVAL(
            EnumSet.of(Kind.RETURN),
            EnumSet.of(Stage.REVIEWED),
            Stage.APPLIED,
            COUNTY,
            Set.of(PROPOSAL, RETURN_VISIT, RETURN_REVIEW),
            Need.STATUS,
            Need.DOCUMENT),

    ROLL_BACK_INVESTIGATION(
            EnumSet.of(Kind.ROLL_BACK),
            EnumSet.of(Stage.PROPOSED),
            Stage.INVESTIGATED,
            COUNTY,
            Set.of(),
            Need.STATUS,
            Need.EVIDENCE,
            Need.NOT_THE_APPROVER_OF_THE_EXIT,
            Need.REMARK),
    ROLL_BACK_REVIEW(
            EnumSet.of(Kind.ROLL_BACK),
            EnumSet.of(Stage.INVESTIGATED),
            Stage.REVIEWED,
            CITY,
            Set.of(ROLL_BACK_INVESTIGATION)),
    ROLL_BACK_APPROVAL(
            EnumSet.of(Kind.ROLL_BACK),
            EnumSet.of(Stage.REVIEWED),
            Stage.APPLIED,
            COUNTY,
            Set.of(PROPOSAL, ROLL_BACK_INVESTIGATION),
            Need.STATUS,
            Need.NOT_THE_APPROVER_OF_THE_EXIT,
            Need.DOCUMENT),

    REMOVE_VERIFICATION(
            EnumSet.of(Kind.REMOVE),
            EnumSet.of(Stage.PROPOSED),
            Stage.VERIFIED,
            TOWNSHIP,
            Set.of(),
            Need.STATUS,
            Need.EVIDENCE),
    REMOVE_HEARING(
            EnumSet.of(Kind.REMOVE),
            EnumSet.of(Stage.VERIFIED),
            Stage.HEARD,
            VILLAGE,
            Set.of(REMOVE_VERIFICATION),
            Need.REMARK),
    REMOVE_APPRAISAL(
            EnumSet.of(Kind.REMOVE), EnumSet.of(Stage.HEARD), Stage.APPRAISED, VILLAGE, Set.of(), Need.MINUTES),
    REMOVE_NOTICE(EnumSet.of(Kind.REMOVE), EnumSet.of(Stage.APPRAISED), Stage.NOTICED, VILLAGE, Set.of()),
    REMOVE_REVIEW(
            EnumSet.of(Kind.REMOVE),
            EnumSet.of(Stage.NOTICED),
            Stage.REVIEWED,
            TOWNSHIP,
            Set.of(REMOVE_VERIFICATION, REMOVE_APPRAISAL),
            Need.NOTICE_OVER),
    REMOVE_APPROVAL(
            EnumSet.of(Kind.REMOVE),
            EnumSet.of(Stage.REVIEWED),
            Stage.APPLIED,
            COUNTY,
            Set.of(PROPOSAL, REMOVE_VERIFICATION, REMOVE_REVIEW),
            Need.STATUS,
            Need.DOCUMENT),

    REJECTION(
            EnumSet.allOf(Kind.class),
            EnumSet.range(Stage.PROPOSED, Stage.REVIEWED),
            Stage.REJECTED,
            COUNTY,
            Set.of(PROPOSAL),
            Need.REMARK);

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Kind> kinds;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Stage> from;

    private final Stage to;
    private final Level takenBy;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Gate> mustDifferFrom;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Need> needs;

    Gate(Set<Kind> kinds, Set<Stage> from, Stage to, Level takenBy, Set<Gate> mustDifferFrom, Need... needs) {
        this.kinds = Set.copyOf(kinds);
        this.from = Set.copyOf(from);
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
        this.needs = Set.of(needs);
    }

    /** Whether it leads on for a kind at a stage. */
    public boolean isOpen(Kind kind, Stage stage) {
        return kinds.contains(kind) && from.contains(stage);
    }

    public Set<Kind> kinds() {
        return kinds;
    }

    public Set<Stage> from() {
        return from;
    }

    public Stage to() {
        return to;
    }

    /** The level whose officer opens it. */
    public Level takenBy() {
        return takenBy;
    }

    /** Whoever opened one of these in the same transition must not open this one. */
    public Set<Gate> mustDifferFrom() {
        return mustDifferFrom;
    }

    public boolean needs(Need need) {
        return needs.contains(need);
    }
}
