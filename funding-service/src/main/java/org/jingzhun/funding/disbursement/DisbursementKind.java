package org.jingzhun.funding.disbursement;

/** Whom a disbursement pays. */
public enum DisbursementKind {

    /** Whoever builds a project, as it proceeds (按进度拨付). */
    PROJECT,

    /** Banks, for the interest that they did not take from households (贷款贴息). */
    LENDERS,

    /** Accounts of households (一卡通发放). */
    HOUSEHOLDS
}
