package org.jingzhun.funding.allocation.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.funding.allocation.AllocationPlans;
import org.jingzhun.funding.allocation.StoredShares;

/** Shares of a plan, each with its explanation. */
@Path("/v1/allocation-plans/{id}/shares")
@Tag(name = "Allocation")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ShareResource {

    private final AllocationPlans plans;
    private final StoredShares shares;
    private final Lists lists;

    ShareResource(AllocationPlans plans, StoredShares shares, Lists lists) {
        this.plans = plans;
        this.shares = shares;
        this.lists = lists;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listShares", summary = "Shares of the receivers, by code; empty before the computation")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ShareView.ShareSlice.class)))
    public Response list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, ShareView.class, (after, limit) -> {
            var plan = plans.get(id);
            var cursor = Cursor.parse(after, 1);
            var rows = shares.list(plan.id(), cursor == null ? null : cursor.number(0), limit + 1);
            return Slice.of(rows, limit, share -> Cursor.of(share.division())).map(ShareView::of);
        });
    }

    @GET
    @Path("/{division}")
    @Transactional
    @Operation(
            operationId = "getShare",
            summary = "One share, explained by factor, floor, cap, deduction, reward and rounding")
    public ShareView.Explained get(
            @PathParam("id") UUID id, @PathParam("division") @Pattern(regexp = "[1-9]\\d{11}") String division) {
        var plan = plans.get(id);
        return shares.find(plan.id(), Long.parseLong(division))
                .map(share -> ShareView.Explained.of(share, plan.factors()))
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }
}
