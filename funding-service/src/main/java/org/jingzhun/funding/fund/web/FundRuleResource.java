package org.jingzhun.funding.fund.web;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.fund.FundRules;
import org.jingzhun.funding.fund.rule.AidForm;
import org.jingzhun.funding.fund.rule.FundKind;
import org.jingzhun.funding.fund.rule.FundRule;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.NotNegativeMoney;
import org.jspecify.annotations.Nullable;

/** The rules of use of funds (使用规则); everybody may read them. */
@Path("/v1/fund-rules")
@Tag(name = "Funds")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FundRuleResource {

    private static final String CODE = "[A-Z][A-Z0-9_]{0,59}";

    private final FundRules rules;

    FundRuleResource(FundRules rules) {
        this.rules = rules;
    }

    /** A version of a rule of use. */
    @Schema(name = "FundRule")
    public record RuleBody(
            @NotNull FundKind kind,
            @NotNull @Pattern(regexp = CODE) String purpose,

            @NotBlank @Size(max = 60) @Schema(description = "Its name; a version never changes.")
            String version,

            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,

            @NotNull
            @Pattern(regexp = "0|[1-9]\\d{11}")
            @Schema(description = "Where it holds: region, city or county; 0 is everywhere.")
            String division,

            @NotNull AidForm form,
            @NotNull FundRule.Receiver receiver,
            @NotNull @NotNegativeMoney Money minimum,

            @NotNull @NotNegativeMoney @Schema(description = "For one receiver and year.")
            Money cap,

            @NotNegativeMoney
            @Schema(description = "The most that the county may approve; the cap if absent.")
            @Nullable
            Money aboveCap,

            @NotNull
            @Pattern(regexp = "0(\\.\\d{1,4})?|1(\\.0{1,4})?")
            @Schema(description = "Fraction of the own payment that is covered; the rest is the own share.")
            String covered,

            @Min(0) @Max(120) @Schema(description = "Longest term of a loan; 0 for grants.")
            int months,

            @NotNull @Pattern(regexp = "0(\\.\\d{1,4})?") @Schema(description = "Usage fee of a loan a year.")
            String feeRate,

            @Min(0) @Max(10) int guarantors,
            boolean membersOnly,

            @NotNull @Size(max = 20) @Schema(description = "Other aid that must have been used first.")
            List<@NotNull @Pattern(regexp = CODE) String> exhausted,

            @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = CODE) String> evidence,

            @NotNegativeMoney @Schema(description = "What a fund of this kind should hold at least.") @Nullable
            Money fundSize,

            @NotBlank @Size(max = 500) @Schema(description = "Document that set it.")
            String source,

            @Size(max = 20) @Schema(description = "Kind of evidence; set by the service.") @Nullable
            String mark) {

        FundRule loaded() {
            return new FundRule(
                    kind,
                    purpose,
                    version.strip(),
                    validFrom,
                    validTo,
                    Long.parseLong(division),
                    form,
                    receiver,
                    minimum,
                    cap,
                    Objects.requireNonNullElse(aboveCap, cap),
                    rate(covered),
                    months,
                    rate(feeRate),
                    guarantors,
                    membersOnly,
                    exhausted,
                    evidence,
                    Objects.requireNonNullElse(fundSize, Money.ZERO),
                    "LOCAL",
                    source.strip());
        }

        private static int rate(String fraction) {
            return new BigDecimal(fraction).movePointRight(4).intValueExact();
        }

        private static String text(int rate) {
            return BigDecimal.valueOf(rate, 4).toPlainString();
        }

        static RuleBody of(FundRule r) {
            return new RuleBody(
                    r.kind(),
                    r.purpose(),
                    r.version(),
                    r.validFrom(),
                    r.validTo(),
                    Long.toString(r.division()),
                    r.form(),
                    r.receiver(),
                    r.minimum(),
                    r.cap(),
                    r.aboveCap(),
                    text(r.covered()),
                    r.months(),
                    text(r.feeRate()),
                    r.guarantors(),
                    r.membersOnly(),
                    r.exhausted(),
                    r.evidence(),
                    r.fundSize(),
                    r.source(),
                    r.mark());
        }
    }

    @GET
    @Authenticated
    @Operation(operationId = "listFundRules", summary = "Rules of use in all versions, with source")
    public List<RuleBody> list() {
        return rules.list().stream().map(RuleBody::of).toList();
    }

    @POST
    @Idempotent
    @RolesAllowed({"region-officer", "admin"})
    @Operation(operationId = "addFundRule", summary = "Load a version of a rule of use; it never changes afterwards")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = RuleBody.class)))
    public Response add(@Valid @NotNull RuleBody body) {
        var rule = rules.add(body::loaded);
        return Response.created(URI.create("/v1/fund-rules"))
                .entity(RuleBody.of(rule))
                .build();
    }
}
