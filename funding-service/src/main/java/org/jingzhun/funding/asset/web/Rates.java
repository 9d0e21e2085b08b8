package org.jingzhun.funding.asset.web;

import java.math.BigDecimal;

/** Rates between JSON, a decimal fraction with at most four decimals, and ten-thousandths. */
final class Rates {

    static final String FORM = "0(\\.\\d{1,4})?|1(\\.0{1,4})?";

    private static final int DECIMALS = 4;

    private Rates() {}

    static int parse(String fraction) {
        return new BigDecimal(fraction).movePointRight(DECIMALS).intValueExact();
    }

    static String text(int tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, DECIMALS).toPlainString();
    }
}
