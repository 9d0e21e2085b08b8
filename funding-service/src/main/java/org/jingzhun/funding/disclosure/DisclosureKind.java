package org.jingzhun.funding.disclosure;

/** What is disclosed; labels stand in the code list {@code disclosure-kind}. */
public enum DisclosureKind {
    BUDGET,
    ALLOCATION_PLAN,
    PROJECT,
    PAYMENT_BATCH,
    BENEFIT,
    LOAN,
    ASSET,
    FUND,
    DONATION,
    YEAR_END
}
