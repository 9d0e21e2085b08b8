package org.jingzhun.identification.observed.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a household received, as funding-service last told (补助与分红).
 *
 * @param years sums of what arrived and did not go back, the youngest first
 * @param payments the youngest first
 */
@Schema(name = "BenefitsReceived")
public record Received(List<Year> years, List<Payment> payments) {

    public static final Received NOTHING = new Received(List.of(), List.of());

    public Received {
        years = List.copyOf(years);
        payments = List.copyOf(payments);
    }

    /** @param year in which it arrived */
    @Schema(name = "BenefitsOfYear")
    public record Year(
            int year,
            long payments,
            @Schema(description = "Yuan with two decimals.") String amount) {}

    /** One payment or dividend. */
    @Schema(name = "BenefitReceived")
    public record Payment(
            UUID id,

            @Schema(description = "PAYMENT or DIVIDEND.") String kind,

            @Schema(description = "Code of funding's rules of benefits.")
            String benefit,

            @Schema(description = "Of the budget, or of the asset's yield.")
            int year,

            @Schema(description = "Yuan with two decimals.") String amount,
            @Schema(description = "PAID or RETURNED.") String state,
            LocalDate paidOn,
            @Nullable String sourceName) {}
}
