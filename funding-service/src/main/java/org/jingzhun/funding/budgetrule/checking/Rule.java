package org.jingzhun.funding.budgetrule.checking;

/** What is asked of a county's money in a year. The ratios are dated data. */
public enum Rule {
    /**
     * The county's own money for poverty work grows by at least a share of the growth of its general public budget
     * revenue (投入增量); nothing is asked when that revenue falls.
     */
    INPUT_INCREMENT,
    /** At least a share of the idle money reclaimed in the year goes to poverty work (盘活存量). */
    RECLAIMED_IDLE,
    /** The project management fee is at most a share of the year's central special fund (项目管理费). */
    MANAGEMENT_FEE,
    /** Each fund that is allocated by fixed factors has a line of its own for poverty work (单列). */
    SEPARATE_LINE
}
