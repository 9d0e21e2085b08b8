package org.jingzhun.pairing.visit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.visit.Risk;
import org.jingzhun.pairing.visit.VisitFacts;
import org.jspecify.annotations.Nullable;

/** What a helper writes down of a visit. */
@Schema(name = "VisitBody")
public record VisitBody(
        @Schema(description = "The caller.") @NotNull UUID helperId,

        @NotNull UUID householdId,

        @Schema(description = "Today or earlier, while the household is the helper's.") @NotNull
        LocalDate visitedOn,

        @Schema(description = "Where they met; absent for the household's home.") @Size(min = 1, max = 200) @Nullable
        String place,

        @Schema(description = "What was done and talked about.") @NotBlank @Size(max = 2000)
        String content,

        @Schema(description = "Risks seen; absent for none.") @Size(max = 12) @Nullable
        Set<@NotNull Risk> risks,

        @Schema(description = "What the household told of its income since the last visit; absent for nothing.")
        @Size(max = 100)
        @Nullable
        List<@NotNull @Valid IncomeBody> incomes) {

    private static final int DECIMALS = 2;

    /** An amount of money. */
    @Schema(name = "VisitIncome")
    public record IncomeBody(
            @Schema(description = "A code of the income rules of identification.")
            @NotNull
            @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
            String item,

            @Schema(description = "Yuan, for example 1234.50.")
            @NotNull
            @Pattern(regexp = "(0|[1-9]\\d{0,7})(\\.\\d{1,2})?")
            String amount) {

        static IncomeBody of(VisitFacts.IncomeItem item) {
            return new IncomeBody(
                    item.item(), BigDecimal.valueOf(item.fen(), DECIMALS).toPlainString());
        }
    }

    VisitFacts facts() {
        return new VisitFacts(
                helperId,
                householdId,
                visitedOn,
                place,
                content,
                risks == null ? Set.of() : risks,
                incomes == null
                        ? List.of()
                        : incomes.stream()
                                .map(each -> new VisitFacts.IncomeItem(
                                        each.item(),
                                        new BigDecimal(each.amount())
                                                .movePointRight(DECIMALS)
                                                .longValueExact()))
                                .toList());
    }
}
