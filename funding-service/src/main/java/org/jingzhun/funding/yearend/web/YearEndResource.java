package org.jingzhun.funding.yearend.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.ledger.ClosedYear;
import org.jingzhun.funding.ledger.ClosedYears;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.yearend.YearEnding;
import org.jspecify.annotations.Nullable;

/** Closed years of counties (年终结转). */
@Path("/v1/year-ends")
@Tag(name = "Year end")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class YearEndResource {

    private final YearEnding yearEnding;
    private final ClosedYears closedYears;

    YearEndResource(YearEnding yearEnding, ClosedYears closedYears) {
        this.yearEnding = yearEnding;
        this.closedYears = closedYears;
    }

    /** Which year of which county is closed. */
    @Schema(name = "YearEndRequest")
    public record YearEndRequest(
            @NotNull @Pattern(regexp = "[1-9]\\d{5}(0{6})?") @Schema(examples = "451031000000")
            String county,

            @Min(1986) @Max(2100) int year) {}

    /** A closing as seen from outside. */
    @Schema(name = "YearEnd")
    public record YearEndView(
            String county,
            int year,

            @Schema(description = "1 for the first closing, more when money came back into the year since.")
            int run,

            @Schema(description = "What went on into the next open year.")
            Money amount,

            @Schema(nullable = true, description = "Journal entry that booked it; null when there was nothing.")
            @Nullable
            UUID entry,

            String closedBy,
            Instant closedAt) {

        static YearEndView of(ClosedYear closed) {
            return new YearEndView(
                    Long.toString(closed.county()),
                    closed.year(),
                    closed.run(),
                    closed.amount(),
                    closed.entry(),
                    closed.closedBy(),
                    closed.closedAt());
        }
    }

    /** Closings of an area. */
    @Schema(name = "YearEnds")
    public record YearEndsView(List<YearEndView> items) {}

    @GET
    @Transactional
    @Operation(operationId = "listYearEnds", summary = "Closed years of an area, by county and year")
    public YearEndsView list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable
                    String division) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return new YearEndsView(
                closedYears.list(area).stream().map(YearEndView::of).toList());
    }

    @POST
    @Idempotent
    @RolesAllowed("finance-officer")
    @Operation(
            operationId = "closeYear",
            summary = "Carry over what budgets, villages, projects and funds hold at the end of a year")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = YearEndView.class)))
    public Response close(@Valid @NotNull YearEndRequest request) {
        long county = Area.ofPrefix(request.county()).from();
        return Response.status(Response.Status.CREATED)
                .entity(YearEndView.of(yearEnding.close(county, request.year())))
                .build();
    }
}
