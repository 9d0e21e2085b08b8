package org.jingzhun.pairing.visit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
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
import org.jingzhun.pairing.access.Photos;
import org.jingzhun.pairing.visit.Confirmation;
import org.jingzhun.pairing.visit.Location;
import org.jingzhun.pairing.visit.NeedKind;
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
        List<@NotNull @Valid IncomeBody> incomes,

        @Schema(description = "Which policies were explained; absent for none.") @Size(min = 1, max = 1000) @Nullable
        String policiesExplained,

        @Schema(description = "All that the household needs as of this visit; absent for nothing.")
        @Size(max = 20)
        @Nullable
        List<@NotNull @Valid NeedBody> needs,

        @Schema(description = "SHA-256 of each photo; the files come by PUT /v1/photos, before or after.")
        @Size(max = 20)
        @Nullable
        List<@NotNull @Pattern(regexp = Photos.SHA256) String> photos,

        @Schema(description = "Where the phone was; absent when it could not tell.") @Valid @Nullable
        LocationBody location,

        @Schema(description = "How the household confirms it; absent when it did not.") @Valid @Nullable
        ConfirmationBody confirmation,

        @Schema(description = "The visit of the same helper to the same household in whose place this one stands.")
        @Nullable
        UUID corrects) {

    private static final int DECIMALS = 2;

    /** Something that a household needs. */
    @Schema(name = "VisitNeed")
    public record NeedBody(
            @NotNull NeedKind kind,

            @NotBlank @Size(max = 300) String text) {}

    /** A place, WGS 84. */
    @Schema(name = "VisitLocation")
    public record LocationBody(
            @NotNull @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 12)
            BigDecimal latitude,

            @NotNull @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 12)
            BigDecimal longitude) {

        static @Nullable LocationBody of(@Nullable Location location) {
            return location == null ? null : new LocationBody(location.latitude(), location.longitude());
        }
    }

    /** The household's confirmation. */
    @Schema(name = "VisitConfirmation")
    public record ConfirmationBody(
            @NotNull Confirmation.By by,

            @Schema(description = "SHA-256 of the picture of signature or fingerprint; absent for a witness.")
            @Pattern(regexp = Photos.SHA256)
            @Nullable
            String sha256,

            @Schema(description = "Name of the witness; absent otherwise.") @Size(min = 1, max = 60) @Nullable
            String witness) {

        static @Nullable ConfirmationBody of(@Nullable Confirmation confirmation) {
            return confirmation == null
                    ? null
                    : new ConfirmationBody(confirmation.by(), confirmation.sha256(), confirmation.witness());
        }
    }

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

    /** Without the annotations. */
    public VisitFacts facts() {
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
                                .toList(),
                policiesExplained,
                needs == null
                        ? List.of()
                        : needs.stream()
                                .map(each -> new VisitFacts.Need(each.kind(), each.text()))
                                .toList(),
                photos == null ? List.of() : photos,
                location == null ? null : new Location(location.latitude(), location.longitude()),
                confirmation == null
                        ? null
                        : new Confirmation(confirmation.by(), confirmation.sha256(), confirmation.witness()),
                corrects);
    }
}
