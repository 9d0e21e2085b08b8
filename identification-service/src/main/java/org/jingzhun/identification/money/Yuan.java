package org.jingzhun.identification.money;

import java.math.BigDecimal;

/** Money in JSON: yuan with at most two decimals; inside it is whole fen (分). */
public final class Yuan {

    public static final String PATTERN = "(0|[1-9]\\d{0,12})(\\.\\d{1,2})?";

    private static final int DECIMALS = 2;

    private Yuan() {}

    public static long toFen(String yuan) {
        return new BigDecimal(yuan).movePointRight(DECIMALS).longValueExact();
    }

    public static String ofFen(long fen) {
        return BigDecimal.valueOf(fen, DECIMALS).toPlainString();
    }
}
