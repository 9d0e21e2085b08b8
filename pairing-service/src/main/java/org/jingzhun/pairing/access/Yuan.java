package org.jingzhun.pairing.access;

import java.math.BigDecimal;

/** Money as it stands in requests and answers: yuan with at most two decimals, as text (金额, 元). */
public final class Yuan {

    /** Up to 99,999,999,999.99 yuan, never negative. */
    public static final String AMOUNT = "(0|[1-9]\\d{0,10})(\\.\\d{1,2})?";

    private static final int DECIMALS = 2;

    private Yuan() {}

    /**
     * @param yuan as {@link #AMOUNT} has it
     * @throws ArithmeticException if it has more than two decimals
     */
    public static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(DECIMALS).longValueExact();
    }

    /** With two decimals. */
    public static String of(long fen) {
        return BigDecimal.valueOf(fen, DECIMALS).toPlainString();
    }

    /** Of whole yuan, with two decimals. */
    public static String ofWhole(long yuan) {
        return BigDecimal.valueOf(yuan).setScale(DECIMALS).toPlainString();
    }
}
