package org.jingzhun.identification.household.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * A certified disability (残疾), GB/T 26341-2010.
 *
 * @param grade 1 (heaviest) to 4
 */
public record Disability(Type type, int grade) {

    static final int HEAVIEST = 1;
    static final int LIGHTEST = 4;

    /** The types with their digits on the certificate. */
    public enum Type {
        SIGHT('1'),
        HEARING('2'),
        SPEECH('3'),
        LIMB('4'),
        INTELLECTUAL('5'),
        MENTAL('6'),
        MULTIPLE('7');

        private final char digit;

        Type(char digit) {
            this.digit = digit;
        }

        char digit() {
            return digit;
        }

        static Optional<Type> ofDigit(char digit) {
            return Arrays.stream(values()).filter(type -> type.digit == digit).findFirst();
        }
    }

    public Disability {
        if (grade < HEAVIEST || grade > LIGHTEST) {
            throw new IllegalArgumentException("grade %d must be %d to %d".formatted(grade, HEAVIEST, LIGHTEST));
        }
    }

    /**
     * Reads the text form, for example {@code LIMB_2}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Disability parse(String text) {
        int bar = text.lastIndexOf('_');
        if (bar < 0 || bar != text.length() - 2 || !Character.isDigit(text.charAt(bar + 1))) {
            throw new IllegalArgumentException(
                    "disability '%s' must be a type and a grade like LIMB_2".formatted(text));
        }
        return new Disability(Type.valueOf(text.substring(0, bar)), text.charAt(bar + 1) - '0');
    }

    @Override
    public String toString() {
        return type + "_" + grade;
    }
}
