package org.jingzhun.identification.scorecard.scoring;

/** Which end of a scorecard is the poor one. Guangxi scores low for poor; other provinces score the other way round. */
public enum Direction {
    /** The lower the score, the poorer the household. */
    LOW_IS_POOR,
    /** The higher the score, the poorer the household. */
    HIGH_IS_POOR
}
