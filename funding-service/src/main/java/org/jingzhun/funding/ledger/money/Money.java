package org.jingzhun.funding.ledger.money;

import java.util.regex.Pattern;

/**
 * An amount of money (金额) in integer fen (分, 1/100 yuan), between minus and plus {@link #LIMIT_FEN}.
 *
 * <p>The text form is yuan with two decimals, {@code "1234.50"}, and round-trips: {@code parse(m.toString())} is
 * {@code m}. No arithmetic here rounds; a result beyond the limit throws {@link ArithmeticException}.
 *
 * @param fen the amount in fen, negative for a debt
 */
public record Money(long fen) implements Comparable<Money> {

    /** 100 trillion yuan, several times the yearly spending of the whole state: whatever is larger is a slip. */
    public static final long LIMIT_FEN = 10_000_000_000_000_000L;

    public static final Money ZERO = new Money(0);

    private static final long FEN_PER_YUAN = 100;
    private static final Pattern TEXT = Pattern.compile("(-?)(0|[1-9][0-9]*)(?:\\.([0-9]+))?");
    private static final int MOST_YUAN_DIGITS = 15;

    public Money {
        if (fen > LIMIT_FEN || fen < -LIMIT_FEN) {
            throw new ArithmeticException("Money (" + fen + " fen) must be within plus or minus " + LIMIT_FEN
                    + " fen (100 trillion yuan); is the amount given in the right unit?");
        }
    }

    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    public static Money ofYuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, FEN_PER_YUAN));
    }

    /**
     * Reads yuan with at most two decimals: {@code 1234}, {@code 1234.5}, {@code 1234.50}, {@code -0.01}.
     *
     * @throws IllegalArgumentException if the text is no such amount, or is beyond the limit; the message says how to
     *     write it
     */
    public static Money parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Money (" + shortened(text)
                    + ") must be yuan in plain digits with a point, like \"1234.50\"; leave out signs of currency,"
                    + " thousands separators, exponents and blanks");
        }
        String decimals = matcher.group(3) == null ? "" : matcher.group(3);
        if (decimals.length() > 2) {
            throw new IllegalArgumentException("Money (" + shortened(text)
                    + ") must have at most two decimals, because the fen is the smallest unit; round it first");
        }
        String yuan = matcher.group(2);
        if (yuan.length() > MOST_YUAN_DIGITS) {
            throw tooLarge(text);
        }
        long fen = Long.parseLong(yuan) * FEN_PER_YUAN + Long.parseLong((decimals + "00").substring(0, 2));
        if (fen > LIMIT_FEN) {
            throw tooLarge(text);
        }
        return new Money(matcher.group(1).isEmpty() ? fen : -fen);
    }

    private static IllegalArgumentException tooLarge(String text) {
        return new IllegalArgumentException("Money (" + shortened(text)
                + ") must be within plus or minus 100 trillion yuan; is the amount given in the right unit?");
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    public Money plus(Money other) {
        return new Money(fen + other.fen);
    }

    public Money minus(Money other) {
        return new Money(fen - other.fen);
    }

    public Money negated() {
        return new Money(-fen);
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isPositive() {
        return fen > 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    /**
     * Guards a place where only money that exists makes sense.
     *
     * @param subject names the amount in the message, for example {@code "Budget"}
     * @throws IllegalArgumentException if this amount is zero or negative
     */
    public Money requirePositive(String subject) {
        if (!isPositive()) {
            throw new IllegalArgumentException(subject + " (" + this + " yuan) must be more than 0.00 yuan");
        }
        return this;
    }

    /**
     * Guards a place where a debt makes no sense.
     *
     * @param subject names the amount in the message, for example {@code "Floor"}
     * @throws IllegalArgumentException if this amount is negative
     */
    public Money requireNotNegative(String subject) {
        if (isNegative()) {
            throw new IllegalArgumentException(subject + " (" + this + " yuan) must not be negative");
        }
        return this;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** Yuan with two decimals, {@code "-0.05"}: the form of JSON, CSV and messages. */
    @Override
    public String toString() {
        long absolute = Math.abs(fen);
        long cents = absolute % FEN_PER_YUAN;
        return (fen < 0 ? "-" : "") + absolute / FEN_PER_YUAN + (cents < 10 ? ".0" : ".") + cents;
    }
}
