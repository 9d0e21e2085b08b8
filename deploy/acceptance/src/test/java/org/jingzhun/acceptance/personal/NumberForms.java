package org.jingzhun.acceptance.personal;

import java.time.DateTimeException;
import java.time.LocalDate;

/** What people's numbers look like, whoever they belong to. */
final class NumberForms {

    static final int ID_LENGTH = 18;
    static final int PHONE_LENGTH = 11;
    static final int SHORTEST_CARD = 16;
    static final int LONGEST_CARD = 19;

    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    private static final int TEN = 10;
    private static final int NINE = 9;

    private NumberForms() {}

    /** A resident id number (GB 11643): a date of birth at its place, and the check digit that follows from the rest. */
    static boolean isResidentId(String text) {
        if (!text.matches("[1-9]\\d{16}[\\dX]")) {
            return false;
        }
        int sum = 0;
        for (int at = 0; at < ID_WEIGHTS.length; at++) {
            sum += ID_WEIGHTS[at] * digit(text, at);
        }
        return ID_CHECKS.charAt(sum % ID_CHECKS.length()) == text.charAt(ID_WEIGHTS.length) && isDate(text);
    }

    private static boolean isDate(String id) {
        int year = Integer.parseInt(id.substring(6, 10));
        try {
            LocalDate.of(year, Integer.parseInt(id.substring(10, 12)), Integer.parseInt(id.substring(12, 14)));
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        } catch (DateTimeException none) {
            return false;
        }
    }

    /** A bank card of China UnionPay (ISO/IEC 7812): 16 to 19 digits from 62, with Luhn's check digit. */
    static boolean isBankCard(String text) {
        return text.startsWith("62")
                && text.length() >= SHORTEST_CARD
                && text.length() <= LONGEST_CARD
                && luhnSum(text) % TEN == 0;
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int at = digits.length() - 1, place = 0; at >= 0; at--, place++) {
            int doubled = digit(digits, at) << (place & 1);
            sum += doubled > NINE ? doubled - NINE : doubled;
        }
        return sum;
    }

    /** A mobile number: eleven digits from 13 to 19. */
    static boolean isMobile(String text) {
        return text.length() == PHONE_LENGTH && text.charAt(0) == '1' && text.charAt(1) >= '3';
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }
}
