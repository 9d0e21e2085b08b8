package org.jingzhun.funding.loan;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What a client says of an application; the rules complete it. */
public record Asked(
        UUID householdId,
        @Nullable UUID personId,
        Product product,
        Money amount,
        int months,
        LoanUse use,
        String purpose,
        LocalDate appliedOn,
        @Nullable Integer schoolYear,
        @Nullable LocalDate schoolEndsOn) {}
