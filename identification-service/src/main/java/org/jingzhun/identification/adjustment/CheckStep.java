package org.jingzhun.identification.adjustment;

import static org.jingzhun.identification.adjustment.CheckStage.CANCELLED;
import static org.jingzhun.identification.adjustment.CheckStage.CLOSED;
import static org.jingzhun.identification.adjustment.CheckStage.DRAWN;
import static org.jingzhun.identification.adjustment.CheckStage.PLANNED;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The steps of a quality check. A sample that was drawn is never thrown away: what was drawn is checked, and there is no
 * second draw that might please better. Rules of this service; the field's own are not published.
 */
@Schema(name = "QualityCheckStepName")
public enum CheckStep {
    DRAW(PLANNED, DRAWN, "households in the frame"),
    CLOSE(DRAWN, CLOSED, "all checked, all findings settled"),
    CANCEL(PLANNED, CANCELLED, "remark");

    private final CheckStage from;
    private final CheckStage to;
    private final String needs;

    CheckStep(CheckStage from, CheckStage to, String needs) {
        this.from = from;
        this.to = to;
        this.needs = needs;
    }

    public CheckStage from() {
        return from;
    }

    public CheckStage to() {
        return to;
    }

    /** In words, for the picture of the procedure. */
    public String needs() {
        return needs;
    }
}
