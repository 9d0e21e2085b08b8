package org.jingzhun.funding.loan.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jingzhun.funding.loan.Asked;
import org.jingzhun.funding.loan.LoanUse;
import org.jingzhun.funding.loan.Product;
import org.jspecify.annotations.Nullable;

/** What a client says of an application. */
@Schema(name = "LoanRequest")
record LoanRequest(
        @NotNull UUID householdId,

        @Schema(description = "The student; for student loans alone.") @Nullable
        UUID personId,

        @NotNull Product product,
        @NotNull @PositiveMoney Money amount,
        @Min(1) @Max(600) int months,
        @NotNull LoanUse use,

        @Size(max = 500) @Schema(description = "What for, in words; no names.") @Nullable
        String purpose,

        @Schema(description = "Today if left out; the rules of this day hold.") @Nullable
        LocalDate appliedOn,

        @Min(2000)
        @Max(2100)
        @Schema(description = "Year in which the school year begins; for student loans alone.")
        @Nullable
        Integer schoolYear,

        @Schema(description = "When the student leaves school; for student loans alone.") @Nullable
        LocalDate schoolEndsOn) {

    Asked asked(Clock clock) {
        return new Asked(
                householdId,
                personId,
                product,
                amount,
                months,
                use,
                purpose == null ? "" : purpose.strip(),
                appliedOn == null ? LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI) : appliedOn,
                schoolYear,
                schoolEndsOn);
    }
}
