package org.jingzhun.identification.household.identity;

import java.util.Optional;

/**
 * The number of a disability certificate (残疾人证号): a resident id number, the digit of the type, the digit of the
 * grade, and after a reissue B and the count of reissues; 20 or 22 characters. GB/T 26341-2010. Its text form is masked.
 */
public record DisabilityCertificate(ResidentId holder, Disability disability, int reissues) {

    private static final int PLAIN_LENGTH = ResidentId.LENGTH + 2;
    private static final int REISSUED_LENGTH = PLAIN_LENGTH + 2;

    /** What came of reading a text. */
    public sealed interface Reading {
        record Read(DisabilityCertificate certificate) implements Reading {}

        record Faulty(NumberFault fault) implements Reading {}
    }

    public DisabilityCertificate {
        if (reissues < 0 || reissues > 9) {
            throw new IllegalArgumentException("reissues %d must be 0 to 9".formatted(reissues));
        }
    }

    /** Reads a number as people write it, see {@link ResidentId#read}. */
    public static Reading read(String text) {
        String number = text.strip();
        if (number.length() != PLAIN_LENGTH && number.length() != REISSUED_LENGTH) {
            return new Reading.Faulty(NumberFault.WRONG_LENGTH);
        }
        return switch (ResidentId.read(number.substring(0, ResidentId.LENGTH))) {
            case ResidentId.Reading.Faulty(NumberFault fault) -> new Reading.Faulty(fault);
            case ResidentId.Reading.Read(ResidentId holder) -> readRest(holder, number);
        };
    }

    private static Reading readRest(ResidentId holder, String number) {
        Optional<Disability.Type> type = Disability.Type.ofDigit(number.charAt(ResidentId.LENGTH));
        if (type.isEmpty()) {
            return new Reading.Faulty(NumberFault.UNKNOWN_TYPE);
        }
        int grade = number.charAt(ResidentId.LENGTH + 1) - '0';
        if (grade < Disability.HEAVIEST || grade > Disability.LIGHTEST) {
            return new Reading.Faulty(NumberFault.UNKNOWN_GRADE);
        }
        int reissues = 0;
        if (number.length() == REISSUED_LENGTH) {
            reissues = number.charAt(PLAIN_LENGTH + 1) - '0';
            char mark = number.charAt(PLAIN_LENGTH);
            if ((mark != 'B' && mark != 'b') || reissues < 1 || reissues > 9) {
                return new Reading.Faulty(NumberFault.WRONG_REISSUE);
            }
        }
        return new Reading.Read(new DisabilityCertificate(holder, new Disability(type.get(), grade), reissues));
    }

    /** The whole number, upper case. */
    public String number() {
        return holder.number() + disability.type().digit() + disability.grade() + (reissues == 0 ? "" : "B" + reissues);
    }

    public String masked() {
        return Masking.mask(number());
    }

    @Override
    public String toString() {
        return masked();
    }
}
