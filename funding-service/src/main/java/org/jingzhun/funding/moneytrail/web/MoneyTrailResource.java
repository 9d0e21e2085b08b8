package org.jingzhun.funding.moneytrail.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.funding.moneytrail.Grouping;
import org.jingzhun.funding.moneytrail.Payments;
import org.jingzhun.funding.moneytrail.Selection;
import org.jingzhun.funding.moneytrail.Totals;
import org.jingzhun.funding.moneytrail.Trails;
import org.jspecify.annotations.Nullable;

/** The money's trail and totals, each with its proof from the ledger in the same answer. */
@Path("/v1/money-trail")
@Tag(name = "Money trail")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MoneyTrailResource {

    private static final String DIVISION = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";

    private final Trails trails;
    private final Payments payments;
    private final Totals totals;

    MoneyTrailResource(Trails trails, Payments payments, Totals totals) {
        this.trails = trails;
        this.payments = payments;
        this.totals = totals;
    }

    /** Levels of divisions. */
    enum DivisionLevel {
        CITY(100_000_000),
        COUNTY(1_000_000),
        TOWNSHIP(1_000),
        VILLAGE(1);

        private final long span;

        DivisionLevel(long span) {
            this.span = span;
        }
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getMoneyTrail",
            summary =
                    "Where the money of a source went; where that of a project came from; what a household was paid and from"
                            + " which documents")
    public TrailView get(
            @QueryParam("source") @Nullable UUID source,
            @QueryParam("project") @Nullable UUID project,
            @QueryParam("household") @Nullable UUID household,
            @QueryParam("year") @Min(1986) @Max(2100) @Nullable Integer year,
            @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division) {
        var selection = new Selection(source, project, year, area(division));
        if (household != null) {
            return TrailView.of(payments.follow(household));
        }
        return TrailView.of(
                trails.listStations(selection),
                trails.listFlows(selection),
                payments.listSums(selection),
                trails.prove(selection));
    }

    @GET
    @Path("/totals")
    @Transactional
    @Operation(
            operationId = "getMoneyTotals",
            summary = "Totals by source, purpose, division or year, held against the ledger")
    public TotalsView totals(
            @QueryParam("by") @NotNull Grouping by,
            @QueryParam("level") @Nullable DivisionLevel level,
            @QueryParam("source") @Nullable UUID source,
            @QueryParam("year") @Min(1986) @Max(2100) @Nullable Integer year,
            @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division) {
        var selection = new Selection(source, null, year, area(division));
        long span = level == null ? DivisionLevel.COUNTY.span : level.span;
        return TotalsView.of(
                by, totals.list(selection, by, span), payments.listSums(selection), trails.prove(selection));
    }

    private static Area area(@Nullable String division) {
        return division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
    }
}
