package org.jingzhun.funding.asset.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.funding.asset.AssetShares;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Shares whose holders may not hold them any more (应收回股份). */
@Path("/v1/share-returns-due")
@Tag(name = "Assets")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DueReturnResource {

    private final AssetShares shares;
    private final Lists lists;

    DueReturnResource(AssetShares shares, Lists lists) {
        this.shares = shares;
        this.lists = lists;
    }

    /** A share that is to be taken back. */
    @Schema(name = "DueShareReturn")
    record DueView(
            UUID share,
            UUID asset,
            String village,
            UUID household,
            Money amount,
            LocalDate since,

            @Schema(description = "EXITED, REMOVED, DIED or MOVED_AWAY.")
            String reason) {

        static DueView of(AssetShares.DueReturn due) {
            return new DueView(
                    due.shareId(),
                    due.assetId(),
                    Long.toString(due.village()),
                    due.householdId(),
                    due.amount(),
                    due.since(),
                    due.reason());
        }
    }

    /** A slice of shares. */
    @Schema(name = "DueShareReturnSlice")
    record DueSlice(
            List<DueView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listShareReturnsDue",
            summary = "Shares to be taken back by what identification told since, and by no assignment yet; by share")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DueSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, DueView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> shares.listDueReturns(area, behind, count),
                        AssetShares.DueReturn::shareId)
                .map(DueView::of));
    }
}
