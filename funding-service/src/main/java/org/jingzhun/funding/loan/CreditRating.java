package org.jingzhun.funding.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.rating.Found;
import org.jspecify.annotations.Nullable;

/**
 * A household's rating (评级授信): it holds from its confirmation on until another is confirmed.
 *
 * @param version of criteria and grades
 * @param line what may be lent at most
 * @param confirmedBy another person than who rated; null while it is not confirmed
 */
public record CreditRating(
        UUID id,
        UUID householdId,
        long village,
        String version,
        List<Found> findings,
        int points,
        String grade,
        Money line,
        LocalDate ratedOn,
        String ratedBy,
        @Nullable String confirmedBy) {

    public CreditRating {
        findings = List.copyOf(findings);
    }
}
