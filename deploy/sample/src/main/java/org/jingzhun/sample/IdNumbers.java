package org.jingzhun.sample;

import java.time.LocalDate;

/** Gives the residents of one village their dates of birth and id numbers, each once (see {@link AreaCodes}). */
final class IdNumbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final int OLDEST = 115;

    private final AreaCodes areas;
    private final int place;
    private final LocalDate timePoint;
    private final int[] given = new int[OLDEST + 1];

    /**
     * @param place number of the village among those that share the area codes, from 0
     * @param timePoint date at which ages are counted
     */
    IdNumbers(AreaCodes areas, int place, LocalDate timePoint) {
        this.areas = areas;
        this.place = place;
        this.timePoint = timePoint;
    }

    /**
     * The next free date of birth and id number for someone of this age.
     *
     * @throws IllegalStateException when the village has used all its numbers of this age (about 160)
     */
    Identity next(int age) {
        long firstDay = timePoint.minusYears(age + 1L).plusDays(1).toEpochDay();
        long lastDay = timePoint.minusYears(age).toEpochDay();
        long low = firstDay * areas.size();
        long high = (lastDay + 1) * areas.size();
        long first = low + Math.floorMod(place - low, (long) areas.villages());
        int owned = (int) ((high - first + areas.villages() - 1) / areas.villages());
        int number = given[age]++;
        if (number >= owned) {
            throw new IllegalStateException("village (number " + place + " of its county) must have at most " + owned
                    + " persons of age " + age + ": lower village.size-spread or village.mean-persons");
        }
        long pair = first + (long) areas.villages() * scattered(number, owned, age);
        LocalDate birth = LocalDate.ofEpochDay(Math.floorDiv(pair, (long) areas.size()));
        int area = (int) Math.floorMod(pair, (long) areas.size());
        return new Identity(birth, number(areas.code(area, birth.getYear()), birth));
    }

    /** A permutation of 0 to size - 1, so that neighbours in the village are not neighbours in time. */
    private static int scattered(int number, int size, int age) {
        int stride = Math.max(1, (int) (size * 0.618));
        while (gcd(stride, size) != 1) {
            stride++;
        }
        return (int) (((long) number * stride + age * 31L) % size);
    }

    static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static String number(String area, LocalDate birth) {
        char[] digits = new char[18];
        area.getChars(0, 6, digits, 0);
        int date = birth.getYear() * 10_000 + birth.getMonthValue() * 100 + birth.getDayOfMonth();
        for (int i = 13; i >= 6; i--) {
            digits[i] = (char) ('0' + date % 10);
            date /= 10;
        }
        digits[14] = '0';
        digits[15] = '0';
        digits[16] = '0';
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (digits[i] - '0') * WEIGHTS[i];
        }
        digits[17] = CHECK_DIGITS.charAt(sum % 11);
        return new String(digits);
    }

    /** Date of birth and id number (公民身份号码) of one person. */
    record Identity(LocalDate birth, String number) {}
}
