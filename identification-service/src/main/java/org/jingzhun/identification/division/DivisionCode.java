package org.jingzhun.identification.division;

/** The text form of a division code (区划代码, GB/T 2260): 12 digits. In the database it is a number. */
public final class DivisionCode {

    /** What a code must look like. */
    public static final String PATTERN = "[1-9]\\d{11}";

    private DivisionCode() {}

    /** @throws IllegalArgumentException when the text is no code of 12 digits */
    public static long parse(String code) {
        if (!code.matches(PATTERN)) {
            throw new IllegalArgumentException(
                    "division '%s' must be a code of 12 digits, for example 451031000000".formatted(code));
        }
        return Long.parseLong(code);
    }

    public static String text(long code) {
        return Long.toString(code);
    }
}
