package org.jingzhun.funding.project.web;

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
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.funding.project.Coverage;
import org.jingzhun.funding.project.Coverage.Covered;
import org.jingzhun.funding.project.CoverageRules;
import org.jingzhun.funding.project.CoverageRules.Requirement;
import org.jspecify.annotations.Nullable;

/** How many poor households the industries on the menus reach (产业覆盖率). */
@Path("/v1/projects/coverage")
@Tag(name = "Projects")
@RolesAllowed({
    "finance-officer",
    "township-officer",
    "county-officer",
    "city-officer",
    "region-officer",
    "auditor",
    "supervisor",
    "system"
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CoverageResource {

    private static final int DECIMALS = 4;

    private final Coverage coverage;

    private final CoverageRules rules;

    CoverageResource(Coverage coverage, CoverageRules rules) {
        this.coverage = coverage;
        this.rules = rules;
    }

    /** A county or a village. */
    @Schema(name = "IndustryCoverageOfDivision")
    record DivisionView(
            String division,
            @Nullable String name,
            @Nullable String level,

            @Schema(description = "Poor households, as they stand now.")
            long poorHouseholds,

            @Schema(description = "Of these.") long coveredHouseholds,

            @Schema(description = "As a fraction, cut to four decimals.", examples = "0.6123")
            String coverage,

            @Schema(description = "Whether it reaches what is required.") @Nullable
            Boolean holds) {}

    /** All of an area. */
    @Schema(name = "IndustryCoverage")
    record CoverageView(
            int year,

            @Schema(
                    description =
                            "What must be covered at least, as a fraction; absent if nothing was asked in the year.")
            @Nullable
            String required,

            @Schema(description = "Version of the requirement.") @Nullable
            String version,

            @Schema(description = "Document that set it.") @Nullable
            String source,

            List<DivisionView> items) {}

    @GET
    @Operation(
            operationId = "getIndustryCoverage",
            summary = "Poor households reached by industries of the 5+2 and 3+1 menus, by county and village")
    public CoverageView get(
            @QueryParam("division") @NotNull @Pattern(regexp = "\\d{6}|\\d{9}|\\d{12}") String division,
            @QueryParam("year") @NotNull @Min(1986) @Max(2100) Integer year) {
        var requirement = rules.find(year);
        return new CoverageView(
                year,
                requirement.map(each -> fraction(each.basisPoints())).orElse(null),
                requirement.map(Requirement::version).orElse(null),
                requirement.map(Requirement::source).orElse(null),
                coverage.count(Area.ofPrefix(division), year).stream()
                        .map(each -> view(each, requirement.map(each::reaches).orElse(null)))
                        .toList());
    }

    private static DivisionView view(Covered covered, @Nullable Boolean holds) {
        return new DivisionView(
                Long.toString(covered.division()),
                covered.name(),
                covered.level(),
                covered.households(),
                covered.covered(),
                fraction(covered.basisPoints()),
                holds);
    }

    private static String fraction(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, DECIMALS).toPlainString();
    }
}
