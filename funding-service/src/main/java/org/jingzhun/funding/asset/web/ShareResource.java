package org.jingzhun.funding.asset.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.funding.asset.AssetShare;
import org.jingzhun.funding.asset.AssetShares;
import org.jingzhun.funding.asset.Assets;
import org.jingzhun.funding.asset.Assigning;
import org.jingzhun.funding.asset.AssignmentStep;
import org.jingzhun.funding.asset.ShareAssignment;
import org.jingzhun.funding.asset.ShareAssignments;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Shares of assets (折股量化): who holds them and held them, and the plans that give them and take them back. */
@Path("/v1")
@Tag(name = "Assets")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ShareResource {

    private static final int LINES_SHOWN = 1000;

    private final Assigning assigning;
    private final Assets assets;
    private final AssetShares shares;
    private final ShareAssignments assignments;
    private final Signatures signatures;
    private final Lists lists;
    private final AuditedLists audited;

    ShareResource(
            Assigning assigning,
            Assets assets,
            AssetShares shares,
            ShareAssignments assignments,
            Signatures signatures,
            Lists lists,
            AuditedLists audited) {
        this.assigning = assigning;
        this.assets = assets;
        this.shares = shares;
        this.assignments = assignments;
        this.signatures = signatures;
        this.lists = lists;
        this.audited = audited;
    }

    /** A share as seen from outside. */
    @Schema(name = "AssetShare")
    public record ShareRow(
            UUID id,
            String villageCode,

            @Schema(description = "Absent for the collective of the village.") @Nullable
            UUID household,

            Money amount,

            @Schema(description = "First day.") LocalDate since,

            @Schema(description = "First day on which it is not held any more; absent while it is.") @Nullable
            LocalDate until,

            UUID openedBy,
            @Nullable UUID closedBy) {

        static ShareRow of(AssetShare share) {
            var holding = share.holding();
            return new ShareRow(
                    share.id(),
                    Long.toString(holding.holder().village()),
                    holding.holder().householdId(),
                    holding.amount(),
                    holding.since(),
                    holding.until(),
                    share.openedBy(),
                    share.closedBy());
        }
    }

    /** A slice of shares. */
    @Schema(name = "AssetShareSlice")
    public record ShareSlice(
            List<ShareRow> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A step to be taken. */
    @Schema(name = "ShareAssignmentStepRequest")
    record StepRequest(
            @NotNull AssignmentStep step,
            @Size(max = 1000) @Nullable String remark) {}

    @GET
    @Path("/assets/{id}/shares")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listAssetShares", summary = "Shares with their whole history, or as held on a day")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ShareSlice.class)))
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("household") @Nullable UUID household,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return audited.answer(
                headers, page, ShareRow.class, AuditEntry.of("asset-shares-listed", "asset", id), (after, limit) -> {
                    assets.get(id);
                    return Slice.byId(
                                    after,
                                    limit,
                                    (behind, count) -> shares.list(id, household, on, behind, count),
                                    AssetShare::id)
                            .map(ShareRow::of);
                });
    }

    @POST
    @Idempotent
    @Path("/assets/{id}/shares")
    @Transactional
    @RolesAllowed("finance-officer")
    @Operation(
            operationId = "planShareAssignment",
            summary = "Plan to give shares, to take back those of whoever left, or to give a collective's to others")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    public Response plan(@PathParam("id") UUID id, @Valid @NotNull AssignmentRequest request) {
        var planned = assigning.plan(id, request.order());
        return Revisions.recorded(true, "/v1/share-assignments/" + planned.id(), view(planned), planned.revision());
    }

    @GET
    @Path("/assets/{id}/assignments")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listShareAssignments", summary = "Assignments of an asset's shares, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AssignmentView.AssignmentSlice.class)))
    public Response listAssignments(
            @PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, AssignmentView.class, (after, limit) -> {
            assets.get(id);
            return Slice.byId(after, limit, (behind, count) -> assignments.list(id, behind, count), ShareAssignment::id)
                    .map(this::view);
        });
    }

    @GET
    @Path("/share-assignments/{id}")
    @Transactional
    @Operation(operationId = "getShareAssignment", summary = "One assignment with its lines and steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AssignmentView.WithLines.class)))
    public Response get(@PathParam("id") UUID id) {
        var assignment = assignments.get(id);
        var lines = assignments.listLines(id, LINES_SHOWN).stream()
                .map(AssignmentView.LineView::of)
                .toList();
        return Revisions.answer(new AssignmentView.WithLines(view(assignment), lines), assignment.revision());
    }

    @POST
    @Idempotent
    @Path("/share-assignments/{id}/steps")
    @Transactional
    @RolesAllowed({"finance-officer", "county-officer"})
    @Operation(operationId = "takeShareAssignmentStep", summary = "REVIEW, APPROVE or DROP, each by another person")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull StepRequest request) {
        var taken = assigning.take(id, request.step(), Objects.requireNonNullElse(request.remark(), ""), ifMatch);
        return Revisions.answer(view(taken), taken.revision());
    }

    private AssignmentView view(ShareAssignment assignment) {
        return AssignmentView.of(assignment, signatures.list(assignment.id()));
    }
}
