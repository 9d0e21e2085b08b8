package org.jingzhun.identification.assessment.web;

import java.math.BigDecimal;

/** Money in JSON: yuan with at most two decimals; inside it is whole fen (分). */
final class Yuan {

    static final String PATTERN = "(0|[1-9]\\d{0,12})(\\.\\d{1,2})?";

    private static final int DECIMALS = 2;

    private Yuan() {}

    static long toFen(String yuan) {
        return new BigDecimal(yuan).movePointRight(DECIMALS).longValueExact();
    }

    static String ofFen(long fen) {
        return BigDecimal.valueOf(fen, DECIMALS).toPlainString();
    }
}
