package org.jingzhun.funding.loan;

/** Kinds of loans (贷款品种). */
public enum Product {

    /** Micro-credit without collateral or guarantee (扶贫小额信贷). */
    MICRO_CREDIT,

    /** Student loan from the place of origin (生源地信用助学贷款). */
    STUDENT,

    /** Start-up loan (创业担保贷款). */
    START_UP,

    /** Women's loan (妇女小额贷款). */
    WOMEN,

    /** Rehabilitation loan (康复扶贫贷款). */
    REHABILITATION
}
