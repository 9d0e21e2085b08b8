package org.jingzhun.funding.loan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a loan runs.
 *
 * @param graceTo until when no principal falls due
 * @param subsidisedTo the day before which its interest is subsidised
 */
@Embeddable
public record Term(
        @Column(name = "disbursed_on") LocalDate disbursedOn,
        @Column(name = "matures_on") LocalDate maturesOn,
        @Column(name = "grace_to") LocalDate graceTo,
        @Column(name = "subsidised_to") LocalDate subsidisedTo) {

    /**
     * The term of a loan that was paid out.
     *
     * @param schoolEndsOn of a student loan
     */
    static Term of(LoanProduct product, LocalDate day, LocalDate matures, @Nullable LocalDate schoolEndsOn) {
        var graceFrom = schoolEndsOn == null || schoolEndsOn.isBefore(day) ? day : schoolEndsOn;
        var subsidised =
                switch (product.subsidyWhile()) {
                    case TERM -> matures;
                    case SCHOOL -> schoolEndsOn == null ? day : schoolEndsOn;
                };
        return new Term(
                day,
                matures,
                earlier(graceFrom.plusMonths(product.graceMonths()), matures),
                subsidised.isBefore(day) ? day : earlier(subsidised, matures));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
