package org.jingzhun.identification.scorecard.scoring;

/** How the items of a category combine. */
public enum Mode {
    /** Exactly one item of the category holds (单选). */
    CHOOSE_ONE,
    /**
     * Any items hold, their points are added and capped at the category's maximum (累加). The category's one zero item
     * ("none") excludes the others.
     */
    ADD_UP
}
