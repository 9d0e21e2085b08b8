package org.jingzhun.identification.campaign;

import static org.jingzhun.identification.campaign.Need.ALL_ASSESSED;
import static org.jingzhun.identification.campaign.Need.DOCUMENT;
import static org.jingzhun.identification.campaign.Need.LINE_FIXED;
import static org.jingzhun.identification.campaign.Need.MINUTES;
import static org.jingzhun.identification.campaign.Need.NOTICE_OVER;
import static org.jingzhun.identification.campaign.Need.NO_OPEN_OBJECTION;
import static org.jingzhun.identification.campaign.Need.SCREENED;
import static org.jingzhun.identification.campaign.Need.SECOND_VISITS;
import static org.jingzhun.identification.division.Level.COUNTY;
import static org.jingzhun.identification.division.Level.TOWNSHIP;
import static org.jingzhun.identification.division.Level.VILLAGE;

import java.util.EnumSet;
import java.util.Set;
import org.jingzhun.identification.division.Level;

/**
 * The nine gates of identification (两入户、两评议、两审核、两公示、一公告): from which stage to which, who opens each, from
 * whom the opener must differ, and what must be so before.
 *
 * <p>Source: 厅发〔2015〕28号 names the nine; signers, quorum and days follow sibling rules of other provinces.
 */
public enum Gate {
    FIRST_VISIT(Stage.ROSTER, Stage.VISITED, VILLAGE, Set.of(), ALL_ASSESSED),
    FIRST_APPRAISAL(Stage.VISITED, Stage.APPRAISED, VILLAGE, Set.of(), MINUTES),
    FIRST_NOTICE(Stage.APPRAISED, Stage.NOTICED, VILLAGE, Set.of()),
    FIRST_REVIEW(
            Stage.NOTICED,
            Stage.REVIEWED,
            TOWNSHIP,
            Set.of(FIRST_VISIT, FIRST_APPRAISAL, FIRST_NOTICE),
            NOTICE_OVER,
            NO_OPEN_OBJECTION),
    SECOND_VISIT(Stage.REVIEWED, Stage.REVISITED, VILLAGE, Set.of(FIRST_VISIT, FIRST_REVIEW)),
    SECOND_APPRAISAL(
            Stage.REVISITED,
            Stage.REAPPRAISED,
            VILLAGE,
            Set.of(FIRST_REVIEW),
            MINUTES,
            NO_OPEN_OBJECTION,
            SECOND_VISITS),
    SECOND_NOTICE(Stage.REAPPRAISED, Stage.RENOTICED, TOWNSHIP, Set.of()),
    SECOND_REVIEW(
            Stage.RENOTICED,
            Stage.REREVIEWED,
            COUNTY,
            Set.of(FIRST_VISIT, FIRST_APPRAISAL, FIRST_REVIEW, SECOND_VISIT, SECOND_APPRAISAL),
            NOTICE_OVER,
            NO_OPEN_OBJECTION,
            SCREENED,
            LINE_FIXED,
            SECOND_VISITS),
    ANNOUNCEMENT(Stage.REREVIEWED, Stage.ANNOUNCED, COUNTY, Set.of(), NO_OPEN_OBJECTION, SCREENED, DOCUMENT);

    private final Stage from;
    private final Stage to;
    private final Level takenBy;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Gate> mustDifferFrom;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Need> needs;

    Gate(Stage from, Stage to, Level takenBy, Set<Gate> mustDifferFrom, Need... needs) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
        this.needs = Set.copyOf(needs.length == 0 ? EnumSet.noneOf(Need.class) : EnumSet.copyOf(Set.of(needs)));
    }

    public Stage from() {
        return from;
    }

    public Stage to() {
        return to;
    }

    /** The level whose officer opens it. */
    public Level takenBy() {
        return takenBy;
    }

    /** Whoever opened one of these in the same round must not open this one. */
    public Set<Gate> mustDifferFrom() {
        return mustDifferFrom;
    }

    public boolean needs(Need need) {
        return needs.contains(need);
    }
}
