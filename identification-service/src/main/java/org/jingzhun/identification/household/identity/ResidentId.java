package org.jingzhun.identification.household.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A resident id number (公民身份号码, GB 11643-1999): 6 digits area, 8 birth, 3 sequence (odd for men), 1 check
 * character. The area is where the number was first given out, so it says nothing about where its holder lives. Its
 * text form is masked; only {@link #number()} gives the whole.
 *
 * @param number 18 characters, upper case
 */
public record ResidentId(String number) {

    /** The characters of a number. */
    public static final int LENGTH = 18;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int SEQUENCE_AT = 14;

    /** What came of reading a text. */
    public sealed interface Reading {
        record Read(ResidentId id) implements Reading {}

        record Faulty(NumberFault fault) implements Reading {}
    }

    /** @throws IllegalArgumentException when the number has a fault; {@link #read} tells it without throwing */
    public ResidentId {
        NumberFault fault = findFault(number);
        if (fault != null) {
            throw new IllegalArgumentException(fault.detail());
        }
    }

    /** Reads a number as people write it: blanks around it are dropped and a lower-case x counts as X. */
    public static Reading read(String text) {
        String number = text.strip().replace('x', 'X');
        NumberFault fault = findFault(number);
        return fault == null ? new Reading.Read(new ResidentId(number)) : new Reading.Faulty(fault);
    }

    public LocalDate birthDate() {
        return readBirthDate(number);
    }

    public Sex sex() {
        return (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Whether it may be the number of a person of this sex: the sequence 000 is never issued and says nothing. */
    public boolean fits(Sex sex) {
        return number.startsWith("000", SEQUENCE_AT) || sex() == sex;
    }

    /** The area and the last four characters, for example {@code 452631********0005}. */
    public String masked() {
        return Masking.mask(number);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static @Nullable NumberFault findFault(String number) {
        if (number.length() != LENGTH) {
            return NumberFault.WRONG_LENGTH;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            char digit = number.charAt(i);
            if (digit < '0' || digit > '9') {
                return NumberFault.WRONG_CHARACTER;
            }
            sum += (digit - '0') * WEIGHTS[i];
        }
        char check = number.charAt(LENGTH - 1);
        if ((check < '0' || check > '9') && check != 'X') {
            return NumberFault.WRONG_CHARACTER;
        }
        try {
            LocalDate unused = readBirthDate(number);
        } catch (DateTimeException noSuchDay) {
            return NumberFault.NO_SUCH_DAY;
        }
        return check == CHECK_CHARACTERS.charAt(sum % 11) ? null : NumberFault.WRONG_CHECK_CHARACTER;
    }

    private static LocalDate readBirthDate(String number) {
        return LocalDate.of(
                Integer.parseInt(number, 6, 10, 10),
                Integer.parseInt(number, 10, 12, 10),
                Integer.parseInt(number, 12, 14, 10));
    }
}
