package org.jingzhun.funding.benefit.web;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.benefit.BenefitRule;
import org.jingzhun.funding.benefit.BenefitRule.AfterExit;
import org.jingzhun.funding.benefit.BenefitRule.Period;
import org.jingzhun.funding.benefit.BenefitRule.Receiver;
import org.jingzhun.funding.benefit.BenefitRules;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jspecify.annotations.Nullable;

/** What households may receive: dated rules. */
@Path("/v1/benefit-rules")
@Tag(name = "Household benefits")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class BenefitRuleResource {

    private final BenefitRules rules;

    BenefitRuleResource(BenefitRules rules) {
        this.rules = rules;
    }

    /** A rule as it is shown and sent. */
    @Schema(name = "BenefitRule")
    public record RuleView(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
            String benefit,

            @Pattern(regexp = "[1-9]\\d{11}") @Schema(description = "Where it holds; absent for everywhere.") @Nullable
            String division,

            @NotBlank @Size(max = 40) String version,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(max = 200) String zh,
            @NotBlank @Size(max = 200) String en,
            @NotNull Receiver receiver,

            @PositiveMoney
            @Schema(description = "At most for one period, and what is due when a claim names no amount.")
            @Nullable
            Money amount,

            @NotNull Period period,

            @Schema(description = "Whether monitored households that are not on the register have it, too.")
            boolean monitored,

            @NotNull AfterExit afterExit,

            @Min(1) @Max(600) @Schema(description = "How long it goes on after exit; only of MONTHS.") @Nullable
            Integer afterExitMonths,

            @NotBlank @Size(max = 500) @Schema(description = "The document that set it.")
            String source) {

        static RuleView of(BenefitRule rule) {
            return new RuleView(
                    rule.benefit(),
                    rule.division() == 0 ? null : Long.toString(rule.division()),
                    rule.version(),
                    rule.validFrom(),
                    rule.validTo(),
                    rule.zh(),
                    rule.en(),
                    rule.receiver(),
                    rule.amount(),
                    rule.period(),
                    rule.monitored(),
                    rule.afterExit(),
                    rule.afterExitMonths(),
                    rule.source());
        }

        BenefitRule rule() {
            if ((afterExit == AfterExit.MONTHS) == (afterExitMonths == null)) {
                throw Problem.of(422, "months-mismatch").asException();
            }
            return new BenefitRule(
                    benefit,
                    division == null ? 0 : Long.parseLong(division),
                    version,
                    validFrom,
                    validTo,
                    zh,
                    en,
                    receiver,
                    amount,
                    period,
                    monitored,
                    afterExit,
                    afterExitMonths,
                    source);
        }
    }

    /** All versions. */
    @Schema(name = "BenefitRuleList")
    public record RuleList(List<RuleView> items) {}

    @GET
    @Authenticated
    @Operation(operationId = "listBenefitRules", summary = "All versions of the rules of benefits")
    public RuleList list(@QueryParam("benefit") @Size(max = 40) @Nullable String benefit) {
        return new RuleList(rules.list(benefit).stream().map(RuleView::of).toList());
    }

    @POST
    @Idempotent
    @RolesAllowed({"county-officer", "region-officer", "admin"})
    @Operation(operationId = "loadBenefitRule", summary = "Load a rule of a benefit; none is ever changed")
    @APIResponse(
            responseCode = "201",
            description = "Loaded",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    public Response load(@Valid @NotNull RuleView request) {
        var loaded = rules.load(request.rule());
        return Response.created(URI.create("/v1/benefit-rules?benefit=" + loaded.benefit()))
                .entity(RuleView.of(loaded))
                .build();
    }
}
