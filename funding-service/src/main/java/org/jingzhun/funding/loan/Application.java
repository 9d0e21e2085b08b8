package org.jingzhun.funding.loan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a household asks for.
 *
 * @param village of the household
 * @param personId the student; null for other products
 * @param productVersion the rules by which it is decided
 * @param schoolYear in which a student's school year begins
 */
@Embeddable
public record Application(
        @Column(name = "household_id") UUID householdId,
        @Column long village,
        @Column(name = "person_id") @Nullable UUID personId,
        @Enumerated(EnumType.STRING) @Column Product product,
        @Column(name = "product_version") String productVersion,
        @Column(name = "amount_fen") long amountFen,
        @Column int months,

        @Enumerated(EnumType.STRING) @Column(name = "loan_use")
        LoanUse use,

        @Column String purpose,
        @Column(name = "applied_on") LocalDate appliedOn,
        @Column(name = "school_year") @Nullable Integer schoolYear,
        @Column(name = "school_ends_on") @Nullable LocalDate schoolEndsOn) {}
