package org.jingzhun.funding.alert;

/** What an alert is about. */
public enum AlertKind {

    /** Money of an earlier year lies in county, village or project accounts (闲置资金). */
    IDLE_MONEY,

    /** Too much of the loans of a product is overdue (逾期率). */
    OVERDUE_RATE,

    /** A check found that a company, or something not agreed on, uses a loan (户贷企用). */
    LOAN_MISUSE,

    /** Loans of a village whose use nobody has checked. */
    USE_UNCHECKED,

    /** A risk pool that stands for less than it holds. */
    IDLE_POOL,

    /** A fund that is hardly used. */
    UNUSED_FUND,

    /** Students wait for what was granted (学生资助未发放). */
    STUDENT_UNPAID,

    /** The same benefit for overlapping periods, or two housing benefits (重复享受). */
    DUPLICATE_BENEFIT,

    /** Paid to a household that was removed, or for a person who had died or left (违规享受). */
    INELIGIBLE_BENEFIT,

    /** What was to be paid is on the negative list (负面清单). */
    NEGATIVE_LIST,

    /** Several projects that together should have been put out to tender (拆分项目). */
    SPLIT_PROJECT,

    /** An accepted project that was not announced (项目未公示). */
    UNDISCLOSED_PROJECT,

    /** A batch of payments of which not everything that is due was announced (资金发放未公示). */
    UNDISCLOSED_PAYMENTS,

    /** A budget, loans, shares, a fund, its aid or a donation that were not announced (资金使用未公示). */
    UNDISCLOSED_MONEY,

    /** An announcement that a village it names did not have on its board long enough (公告栏公示不足). */
    BOARD_TOO_SHORT,

    /** An objection to an announcement that nobody has answered in time (异议逾期未答复). */
    OBJECTION_OVERDUE
}
