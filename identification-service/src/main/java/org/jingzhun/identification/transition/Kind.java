package org.jingzhun.identification.transition;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.register.TransitionKind;

/** Why a household's status changes other than by registration and exit. */
@Schema(name = "RegisterTransitionKind")
public enum Kind {
    /** 返贫: it had left poverty, and fell back. */
    RETURN(TransitionKind.RETURNED),
    /** 回退: it had never left poverty, the exit was wrong. */
    ROLL_BACK(TransitionKind.ROLLED_BACK),
    /** 错评剔除: it was never poor, the registration was wrong. */
    REMOVE(TransitionKind.REMOVED);

    private final TransitionKind mark;

    Kind(TransitionKind mark) {
        this.mark = mark;
    }

    /** What it does to the register. */
    public TransitionKind mark() {
        return mark;
    }
}
