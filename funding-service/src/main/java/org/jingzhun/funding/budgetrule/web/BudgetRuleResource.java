package org.jingzhun.funding.budgetrule.web;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.funding.budgetrule.BudgetRules;
import org.jingzhun.funding.budgetrule.RuleChecking;

/** Rules that a county's yearly money must keep (资金投入规则). */
@Path("/v1/budget-rules")
@Tag(name = "Sources and budgets")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class BudgetRuleResource {

    private final RuleChecking checking;
    private final BudgetRules rules;

    BudgetRuleResource(RuleChecking checking, BudgetRules rules) {
        this.checking = checking;
        this.rules = rules;
    }

    /** The checks of a county's year. */
    @Schema(name = "BudgetRuleChecks")
    public record ChecksView(String county, int year, List<CheckView> checks) {}

    @GET
    @Authenticated
    @Operation(operationId = "listBudgetRules", summary = "All versions of the rules, with their sources")
    public List<RuleView> list() {
        return rules.list().stream().map(RuleView::of).toList();
    }

    @GET
    @Path("/checks")
    @RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
    @Operation(
            operationId = "checkBudgetRules",
            summary = "Each rule of a county's year with its figures and whether it holds",
            description = "Computed now, from the budget lines that stand and the latest figures of the treasury. A"
                    + " figure that nobody has recorded makes a rule UNKNOWN and is named.")
    public ChecksView check(
            @QueryParam("county") @NotNull @Pattern(regexp = "[1-9]\\d{5}(0{6})?") @Schema(examples = "451031")
                    String county,
            @QueryParam("year") @NotNull @Min(1987) @Max(2100) Integer year) {
        long code = Area.ofPrefix(county).from();
        return new ChecksView(
                Long.toString(code),
                year,
                checking.check(code, year).stream().map(CheckView::of).toList());
    }
}
