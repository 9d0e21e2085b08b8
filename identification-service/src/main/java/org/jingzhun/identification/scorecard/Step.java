package org.jingzhun.identification.scorecard;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.access.Role;

/**
 * The steps of a scorecard (指标体系制定程序): from where to where, and whether
 * who ever wrote the draft may take it. The table is the whole procedure. All steps are taken by officers of a
 * county or above, or by whoever keeps the normative data, of the whole division of the card.
 */
@Schema(name = "ScorecardStepName")
public enum Step {
    /** Writes the draft, or writes it anew (起草). */
    WRITE(Stage.DRAFT, Stage.DRAFT, false),
    /** Finds points, exclusions and totals in order (校核). */
    CHECK(Stage.DRAFT, Stage.CHECKED, true),
    /** Back to the draft (退回). */
    RETURN(Stage.CHECKED, Stage.DRAFT, false),
    /** Puts it in force (发布). */
    PUBLISH(Stage.CHECKED, Stage.PUBLISHED, true),
    /** Takes it out of force (停用); not while a campaign is under way with it. */
    RETIRE(Stage.PUBLISHED, Stage.RETIRED, false);

    /** Who may take them. */
    public static final Set<String> TAKEN_BY =
            Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.ADMIN);

    private final Stage from;
    private final Stage to;
    private final boolean isOfAnother;

    Step(Stage from, Stage to, boolean isOfAnother) {
        this.from = from;
        this.to = to;
        this.isOfAnother = isOfAnother;
    }

    public Stage from() {
        return from;
    }

    public Stage to() {
        return to;
    }

    /** Whether who wrote the draft must not take it. */
    public boolean mustDifferFromWriter() {
        return isOfAnother;
    }
}
