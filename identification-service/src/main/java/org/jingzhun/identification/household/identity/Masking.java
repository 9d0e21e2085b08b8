package org.jingzhun.identification.household.identity;

import org.jspecify.annotations.Nullable;

/** Hides the middle of numbers and texts that tell who a person is (脱敏). */
public final class Masking {

    private static final int SHOWN_FIRST = 6;
    private static final int SHOWN_LAST = 4;

    private Masking() {}

    /** Shows the first six and the last four characters; of a text too short to hide any, nothing. */
    public static String mask(String number) {
        int hidden = number.length() - SHOWN_FIRST - SHOWN_LAST;
        return hidden < 1
                ? "*".repeat(number.length())
                : number.substring(0, SHOWN_FIRST)
                        + "*".repeat(hidden)
                        + number.substring(number.length() - SHOWN_LAST);
    }

    /** Whether a number is as it was shown to somebody who does not need it whole. */
    public static boolean isMasked(@Nullable String number) {
        return number != null && number.contains("*");
    }

    /** Shows the last four characters, for example of a telephone number; of a shorter text, nothing. */
    public static String maskPhone(String phone) {
        int hidden = phone.length() - SHOWN_LAST;
        return hidden < 1 ? "*".repeat(phone.length()) : "*".repeat(hidden) + phone.substring(hidden);
    }
}
