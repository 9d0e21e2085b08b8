package org.jingzhun.funding.loan.web;

import java.math.BigDecimal;

/** Rates in JSON are fractions of a year's whole as texts: {@code "0.0435"} is 4.35 %. */
final class Rates {

    static final String PATTERN = "0(\\.\\d{1,6})?";
    private static final int MILLIONTHS = 6;
    private static final int BASIS_POINTS = 4;

    private Rates() {}

    static int ppm(String fraction) {
        return new BigDecimal(fraction).movePointRight(MILLIONTHS).intValueExact();
    }

    static String ofPpm(int ppm) {
        return BigDecimal.valueOf(ppm, MILLIONTHS).toPlainString();
    }

    static String ofBasisPoints(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, BASIS_POINTS).toPlainString();
    }
}
