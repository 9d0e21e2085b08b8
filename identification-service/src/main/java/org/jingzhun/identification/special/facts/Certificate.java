package org.jingzhun.identification.special.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of skill (持证).
 *
 * @param occupation or course
 * @param grade 1 (senior technician) to 5 (beginner); null without grades
 * @param validTo last day; null when it is unlimited
 */
public record Certificate(
        Kind kind,
        String occupation,
        @Nullable Integer grade,
        @Nullable String number,
        String issuer,
        @Nullable LocalDate validTo)
        implements Facts {

    public static final int LONGEST_TEXT = 100;
    public static final int LONGEST_NUMBER = 50;

    /** What the certificate proves. */
    public enum Kind {
        /** 职业资格证书. */
        VOCATIONAL_QUALIFICATION,
        /** 技术培训合格证书. */
        TRAINING
    }

    @Override
    public List<Fault> faults(LocalDate since, Rules rules) {
        return validTo != null && validTo.isBefore(since)
                ? List.of(Fault.of("/validTo", "ends-before-it-begins"))
                : List.of();
    }
}
