package org.jingzhun.funding.fund.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.funding.fund.AidRequest;
import org.jingzhun.funding.fund.AidStage;
import org.jingzhun.funding.fund.FundAid;
import org.jingzhun.funding.fund.rule.AidForm;
import org.jingzhun.funding.fund.rule.OtherAid;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.NotNegativeMoney;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jspecify.annotations.Nullable;

/** Requests and answers about grants and loans. */
final class AidViews {

    private AidViews() {}

    /** What is asked of a fund. */
    @Schema(name = "FundAidRequest")
    record Asked(
            @NotBlank
            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            @Schema(description = "One of the purposes of the rules of use.", examples = "OWN_PAYMENT")
            String purpose,

            @Schema(description = "Who receives it; absent where the village itself does.") @Nullable
            UUID household,

            @Schema(description = "The member of the household it is for.") @Nullable
            UUID person,

            @Pattern(regexp = "[1-9]\\d{11}")
            @Schema(description = "Village that receives it itself; the fund's own if absent.")
            @Nullable
            String village,

            @NotNull @PositiveMoney Money amount,

            @NotNegativeMoney
            @Schema(description = "What the need costs in all; absent where it has no bill.")
            @Nullable
            Money cost,

            @Min(1986) @Max(2100) @Schema(description = "Year for which it counts against the cap.")
            int year,

            @Min(1) @Max(120) @Schema(description = "Term of a loan.") @Nullable
            Integer months,

            @Size(max = 20) @Schema(description = "Papers that are there.") @Nullable
            List<@NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String> evidence,

            @Size(max = 20) @Schema(description = "What became of other aid for the same need.") @Nullable
            List<@NotNull @Valid Other> otherAid,

            @Size(max = 10) @Schema(description = "Households of the same group that vouch.") @Nullable
            List<@NotNull UUID> guarantors) {

        AidRequest of(AidForm form) {
            return new AidRequest(
                    form,
                    purpose,
                    household,
                    person,
                    village == null ? null : Long.valueOf(village),
                    amount,
                    Objects.requireNonNullElse(cost, Money.ZERO),
                    year,
                    months == null ? 0 : months,
                    listOf(evidence),
                    listOf(otherAid).stream().map(Other::aid).toList(),
                    listOf(guarantors));
        }

        private static <T> List<T> listOf(@Nullable List<T> said) {
            return said == null ? List.of() : said;
        }
    }

    /** Other aid. */
    @Schema(name = "OtherAid")
    record Other(
            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") @Schema(description = "A code of the list other-aid.")
            String code,

            @NotNull OtherAid.Outcome outcome,

            @NotNegativeMoney @Schema(description = "What was received; absent unless something was.") @Nullable
            Money amount,

            @NotBlank @Size(max = 200) @Schema(description = "The paper that shows it.")
            String evidence) {

        OtherAid aid() {
            var received = outcome == OtherAid.Outcome.RECEIVED && amount != null ? amount : Money.ZERO;
            return new OtherAid(code, outcome, received, evidence.strip());
        }

        static Other of(OtherAid aid) {
            return new Other(aid.code(), aid.outcome(), aid.amount(), aid.evidence());
        }
    }

    /** A grant or loan as seen from outside. */
    @Schema(name = "FundAid")
    record Shown(
            UUID id,
            UUID fund,
            AidForm form,
            String purpose,
            String village,
            @Nullable UUID household,
            @Nullable UUID person,
            Money amount,
            Money cost,
            int year,
            LocalDate appliedOn,

            @Schema(description = "Term of a loan; 0 for a grant.")
            int months,

            @Schema(description = "Usage fee a year as a fraction.")
            String feeRate,

            List<String> evidence,
            List<Other> otherAid,
            List<UUID> guarantors,

            @Schema(description = "Version of the rule of use that it was held against.")
            String rule,

            @Schema(description = "Whether the county approves it above the cap.")
            boolean aboveCap,

            AidStage stage,
            @Nullable LocalDate paidOn,
            @Nullable LocalDate dueOn,

            @Schema(description = "Principal that came back.")
            Money repaid,

            Money owed,
            boolean overdue,
            List<SignatureView> steps,
            long revision) {

        static Shown of(FundAid a, List<Signature> steps, LocalDate today) {
            return new Shown(
                    a.id(),
                    a.fundId(),
                    a.form(),
                    a.purpose(),
                    Long.toString(a.village()),
                    a.householdId(),
                    a.personId(),
                    a.amount(),
                    a.cost(),
                    a.year(),
                    a.appliedOn(),
                    a.months(),
                    "0.%04d".formatted(a.feeRate()),
                    a.evidence(),
                    a.otherAid().stream().map(Other::of).toList(),
                    a.guarantors(),
                    a.ruleVersion(),
                    a.aboveCap(),
                    a.stage(),
                    a.paidOn(),
                    a.dueOn(),
                    a.repaid(),
                    a.owed(),
                    a.overdueOn(today),
                    steps.stream().map(SignatureView::of).toList(),
                    a.revision());
        }
    }

    /** A slice of grants or loans. */
    @Schema(name = "FundAidSlice")
    record AidSlice(
            List<Shown> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}
}
